import { posix } from "node:path";
import type ts from "typescript";
import { readStaticFiles } from "../render/read-templates";
import { templatesFolder } from "../templates-folder";
import { inMemory, memoryHost } from "./memory-host";
import type { Side } from "./side";

/** What the compiler knows of both packages, in one program, so that their types can be held against each other. */
export interface Surface {
  readonly checker: ts.TypeChecker;
  readonly ts: typeof ts;
  /** What a module of a side's package exports, by name: `src/index.ts`. */
  exportsOf(side: Side, path: string): ReadonlyMap<string, ts.Symbol>;
}

/** Both packages stand on one copy of the runtime, so that a class of it is the same class in both. */
export function compileSurface(sides: readonly [Side, Side]): Surface {
  const compiler = require("typescript") as typeof ts;
  const files = new Map(
    sides.flatMap(({ which, sources }) => [...sources].map(([path, text]) => [`/${which}/${path}`, text])),
  );
  for (const { path, text } of readStaticFiles(templatesFolder)) {
    if (path.startsWith(runtimeFolder)) files.set(`/${path}`, text);
  }
  const program = compiler.createProgram([...files.keys()], optionsOf(compiler), hostOf(compiler, files));
  const checker = program.getTypeChecker();
  return {
    checker,
    ts: compiler,
    exportsOf: ({ which }, path) => {
      const file = program.getSourceFile(`/${which}/${path}`);
      const module = file && checker.getSymbolAtLocation(file);
      return new Map(
        (module ? checker.getExportsOfModule(module) : []).map((symbol) => [
          symbol.name,
          resolveAlias(compiler, checker, symbol),
        ]),
      );
    },
  };
}

const runtimeFolder = "src/runtime/";

function resolveAlias(compiler: typeof ts, checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & compiler.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function optionsOf(compiler: typeof ts): ts.CompilerOptions {
  return {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: compiler.ScriptTarget.ES2022,
    module: compiler.ModuleKind.ESNext,
    moduleResolution: compiler.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  };
}

/** The packages are in memory; the compiler's own declarations and openapi-fetch's are on disk. */
function hostOf(compiler: typeof ts, files: ReadonlyMap<string, string>): ts.CompilerHost {
  const options = optionsOf(compiler);
  return memoryHost(compiler, options, {
    files,
    resolve: (text, from) =>
      files.has(from) && text.startsWith(".")
        ? inMemory(compiler, ownModule(from, text))
        : compiler.resolveModuleName(text, files.has(from) ? __filename : from, options, compiler.sys),
  });
}

/** `/old/src/runtime/…` and `/new/src/runtime/…` are the same files. */
function ownModule(from: string, to: string): string {
  const path = posix.join(posix.dirname(from), to).replace(/\.js$/, ".ts");
  return path.replace(/^\/(old|new)\/(?=src\/runtime\/)/, "/");
}
