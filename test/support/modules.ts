import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { root } from "./command";

/** The files of a package, by path. */
export type Files = ReadonlyMap<string, string>;

/** Writes packages below a folder, by name, their sources as modules that Node runs: without types, and not checked. */
export function writeModules(folder: string, packages: ReadonlyMap<string, Files>): void {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [name, files] of packages) {
    write(join(folder, name, "package.json"), '{ "type": "module" }');
    for (const [path, text] of files)
      if (path.endsWith(".ts")) write(join(folder, name, path.replace(/\.ts$/, ".js")), transpile(text));
  }
}

function transpile(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
  }).outputText;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
