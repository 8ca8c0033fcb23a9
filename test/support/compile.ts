import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";

const nodeModules = join(__dirname, "..", "..", "node_modules");

type Packages = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What `tsc --strict` says of generated packages: one program over the sources of all, declarations of dependencies included. */
export function compile(packages: Packages, more: ts.CompilerOptions = {}): string[] {
  return inProgram(packages, /\.[cm]?ts$/, more, (program, folder) =>
    ts.getPreEmitDiagnostics(program).map((diagnostic) => describe(diagnostic, folder)),
  );
}

/** Asks a program over the sources of packages, with those files as its roots; `folder` has a folder for each package. */
export function inProgram<T>(
  packages: Packages,
  roots: RegExp,
  more: ts.CompilerOptions,
  ask: (program: ts.Program, folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), "compile-"));
  try {
    symlinkSync(nodeModules, join(folder, "node_modules"));
    const sources = [...packages].flatMap(([name, files]) =>
      [...files].map(([path, text]) => write(folder, name, path, text)),
    );
    const options: ts.CompilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noUnusedLocals: true },
      ...{ noUnusedParameters: true, noImplicitOverride: true, verbatimModuleSyntax: true, noEmit: true, types: [] },
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      ...more,
    };
    return ask(
      ts.createProgram(
        sources.filter((path) => roots.test(path)),
        options,
      ),
      folder,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(folder: string, name: string, path: string, text: string): string {
  const target = join(folder, name, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  return target;
}

function describe(diagnostic: ts.Diagnostic, folder: string): string {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
  if (diagnostic.file === undefined) return message;
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
  return `${diagnostic.file.fileName.replace(`${folder}/`, "")}:${line + 1}:${character + 1} ${message}`;
}
