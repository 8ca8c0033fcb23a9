import ts from "typescript";
import { generate } from "../support/generate";

jest.setTimeout(60_000);

/** Names that a module exports, read from its text. */
function exportsOf(text: string): string[] {
  const names: string[] = [];
  ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest).forEachChild((node) => {
    if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause))
      names.push(...node.exportClause.elements.map(({ name }) => name.text));
  });
  return names;
}

describe("surface.md", () => {
  it("has every name that the package exports, and the members of its types", async () => {
    const files = await generate("spec/audiences.yaml", { name: "pinterest-audiences" });
    const surface = files.get("surface.md")!;
    const names = [...exportsOf(files.get("src/index.ts")!), ...exportsOf(files.get("src/functions.ts")!)];
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(surface))).toEqual([]);
    expect(surface).toContain('  ownership_type?: "OWNED" | "RECEIVED"\n');
    expect(surface).toContain("interface Error {\n  code: number\n  message: string\n}\n");
  });

  it("says what may be null", async () => {
    const before = (await generate("test/fixtures/nullable/spec.yaml")).get("surface.md")!;
    expect(before).toContain("| null");
  });
});
