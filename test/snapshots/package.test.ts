import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { bands, raw } from "../support/bands";
import { root } from "../support/command";
import { listFiles } from "../../generator/emit/tree";
import { page } from "../support/markdown";

expect.addSnapshotSerializer(raw);

const generated = join(root, "generated");

/** Every export of an entry of the built package with its type: what a consumer can hold on to. */
function surface(entry: string): string {
  const path = join(generated, "dist/esm", `${entry}.d.ts`);
  const program = ts.createProgram([path], { module: ts.ModuleKind.NodeNext, skipLibCheck: true });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(path)!)!;
  return checker
    .getExportsOfModule(module)
    .map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const declaration = target.declarations![0]!;
      return `${symbol.name}: ${ts.SyntaxKind[declaration.kind].replace(/Declaration$/, "").toLowerCase()}${signatureOf(checker, target, declaration)}`;
    })
    .sort()
    .join("\n");
}

function signatureOf(checker: ts.TypeChecker, symbol: ts.Symbol, declaration: ts.Declaration): string {
  if (!ts.isFunctionDeclaration(declaration)) return "";
  const [signature] = checker.getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures();
  return ` ${checker.signatureToString(signature!, declaration, ts.TypeFormatFlags.NoTruncation)}`;
}

describe("the package that is published", () => {
  it("its public surface", () => {
    expect(
      bands(["index", "functions"].map((entry) => [`pinterest-audiences: ${entry}`, surface(entry)])),
    ).toMatchSnapshot();
  });

  it("its files, and its package.json", () => {
    const files = listFiles(generated).join("\n");
    expect(
      bands([
        ["files", files],
        ["package.json", readFileSync(join(generated, "package.json"), "utf8")],
      ]),
    ).toMatchSnapshot();
  });

  it("the page of the operations", () => {
    expect(page("docs/AudiencesApi.md")).toMatchSnapshot();
  });
});
