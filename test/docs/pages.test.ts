import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import { format } from "prettier/standalone";
import { root, writeFiles } from "../support/command";
import { brokenLinks, fences, links, page, pages } from "../support/markdown";

describe.each(pages())("%s", (path) => {
  const text = page(path);

  it("every fence has a tag, every JSON is JSON", () => {
    const opening = text.split("\n").filter((line) => line.startsWith("```"));
    for (const line of opening.filter((_, index) => index % 2 === 0))
      expect(line).toMatch(/^```(ts|sh|json)( not-run: .+)?$/);
    for (const code of fences(text, "json")) expect(() => JSON.parse(code) as unknown).not.toThrow();
  });

  it("TypeScript is as prettier would leave it", async () => {
    for (const code of fences(text, "ts"))
      expect(await format(code, { parser: "typescript", plugins: [estree as never, typescript] })).toBe(code);
  });

  it("has no HTML, nothing undefined, one final newline", () => {
    const prose = text.replace(/^```[\s\S]*?^```$/gm, "").replace(/(`+).*?\1/g, "");
    expect(prose).not.toMatch(/<\/?(a|b|p|br|ul|li|div|span|code)\b[^>]*>/i);
    expect(text.replace(/^```ts[\s\S]*?^```$/gm, "")).not.toMatch(/\bundefined\b|\[object Object\]|\bNaN\b/);
    expect(text).toMatch(/[^\n]\n$/);
  });
});

it("every link leads to a page, and to a heading in it", () => {
  expect(brokenLinks(join(root, "generated"))).toEqual([]);
});

it("a link that leads nowhere is found", () => {
  const folder = writeFiles(mkdtempSync(join(tmpdir(), "links-")), {
    "README.md":
      "# A\n\n[a](#a) [b](#b) [c](docs/c.md) [d](docs/d.md) [e](docs/c.md#two-words-1) `[f](f.md)` [g](LICENSE)\n",
    "docs/c.md":
      "## Two *words*\n\n## Two words\n\n[a](../README.md#a) [h](../README.md#h) [i](https://example.com/i)\n",
    LICENSE: "",
  });
  expect(brokenLinks(folder)).toEqual(["docs/c.md: ../README.md#h", "README.md: #b", "README.md: docs/d.md"]);
});

it("every schema and every operation is linked from the index", () => {
  const index = links(page("docs/README.md"));
  for (const path of pages().filter((name) => name.startsWith("docs/schemas/")))
    expect(index).toContain(path.replace("docs/", ""));
});
