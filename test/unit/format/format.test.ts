import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import type { Plugin } from "prettier";
import { format as prettier } from "prettier/standalone";
import { format, style } from "../../../generator/format";
import { piecesOf } from "../../../generator/format/pieces";
import { generate } from "../../support/generate";

const whole = (text: string): Promise<string> =>
  prettier(text, { ...style, parser: "typescript", plugins: [estree as Plugin, typescript] });

const many = Array.from({ length: 40 }, (_, index) => `export const a${index}={a:${index}}`).join("\n\n\n");

describe("TypeScript is formatted in pieces, to what prettier makes of the whole", () => {
  it.each([
    ["statements", many],
    [
      "a border in a comment",
      `${many}\n\n/* one\n\nexport const b = 1\n\n*/\nexport const c  = 2\n\n${many}`.replaceAll("a", "z"),
    ],
    ["a border in a literal", `const d = \`one\n\nexport const e = 1\n\nconst f\`\n\n${many}`],
    ["a border in a body", `function g() {\n\nconst h  = 1\n\nconst i = 2\n}\n\n${many}`],
    ["comments alone", "// one\n\n/** two */\nexport const j = 1\n\n/** three */\n"],
    ["nothing", ""],
  ])("%s", async (_, text) => {
    const [file] = await format([{ path: "src/a.ts", text }]);
    expect(file?.text).toBe(await whole(text));
  });

  it("has no more than eight statements in one, whatever their size", () => {
    expect(piecesOf(many)).toHaveLength(5);
  });

  it("is what prettier leaves as it is: every file of a package", async () => {
    const files = [...(await generate("spec/audiences.yaml"))].filter(
      ([path]) => /^src\/.*\.ts$/.test(path) && path !== "src/openapi.ts",
    );
    for (const [, text] of files) expect(await whole(text)).toBe(text);
  });

  it("text that is no TypeScript is refused, with its place", async () => {
    await expect(format([{ path: "src/a.ts", text: "export const = 1" }])).rejects.toThrow("(1:14)");
  });
});
