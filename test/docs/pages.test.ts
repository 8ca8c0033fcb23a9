import { existsSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import { format } from "prettier/standalone";
import { root } from "../support/command";
import { anchors, fences, links, page, pages } from "../support/markdown";

describe.each(pages())("%s", (path) => {
  const text = page(path);

  it("every link leads to a page, and to a heading in it", () => {
    for (const link of links(text).filter((target) => !/^[a-z]+:/.test(target))) {
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : posix.join(dirname(path), file);
      const isThere = existsSync(join(root, "generated", target)) && statSync(join(root, "generated", target)).isFile();
      expect([link, isThere]).toEqual([link, true]);
      if (anchor !== undefined)
        expect([link, [...anchors(page(target))]]).toEqual([link, expect.arrayContaining([anchor])]);
    }
  });

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

it("every schema and every operation is linked from the index", () => {
  const index = links(page("docs/README.md"));
  for (const path of pages().filter((name) => name.startsWith("docs/schemas/")))
    expect(index).toContain(path.replace("docs/", ""));
});
