import { basename } from "node:path";
import type ts from "typescript";

/** Leads an import to a file, or says that it leads nowhere. */
export type Resolve = (
  text: string,
  from: string,
  mode: ts.ResolutionMode,
) => ts.ResolvedModuleWithFailedLookupLocations;

export interface MemoryFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly resolve: Resolve;
}

/** The compiler's own declarations, read once: half of a program is they. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** A host whose program holds files in memory beside those on disk. */
export function memoryHost(
  compiler: typeof ts,
  options: ts.CompilerOptions,
  { files, resolve }: MemoryFiles,
): ts.CompilerHost {
  const disk = compiler.createCompilerHost(options);
  return {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    getSourceFile: (path, version) => {
      const text = files.get(path);
      if (text !== undefined) return compiler.createSourceFile(path, text, version);
      if (!/^lib\..*d\.ts$/.test(basename(path))) return disk.getSourceFile(path, version);
      const key = `${path} ${JSON.stringify(version)}`;
      if (!libraries.has(key)) libraries.set(key, disk.getSourceFile(path, version));
      return libraries.get(key);
    },
    resolveModuleNameLiterals: (literals, from, _redirected, own, file) =>
      literals.map((literal) => resolve(literal.text, from, compiler.getModeForUsageLocation(file, literal, own))),
  };
}

/** A module that is in memory. */
export function inMemory(compiler: typeof ts, path: string): ts.ResolvedModuleWithFailedLookupLocations {
  return { resolvedModule: { resolvedFileName: path, extension: compiler.Extension.Ts } };
}
