import { join } from "node:path";
import ts from "typescript";
import { root } from "./command";

const known = new Map<string, string[]>();

/** Every name that an entry of the built package exports, types too. */
export function exportsOf(entry: "index" | "functions"): string[] {
  const found = known.get(entry) ?? read(join(root, "generated", "dist", "esm", `${entry}.d.ts`));
  known.set(entry, found);
  return found;
}

function read(file: string): string[] {
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(file)!);
  return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(({ name }) => name);
}
