import { dirname, posix } from "node:path";
import type ts from "typescript";
import { inMemory, memoryHost } from "../diff/memory-host";
import type { Side } from "../diff/side";
import { readStaticFiles } from "../render/read-templates";
import { templatesFolder } from "../templates-folder";
import type { Consumer } from "./consumer";

/** A consumer compiled against one side's package, which is in memory. */
export interface Compiled {
  readonly program: ts.Program;
  /** What the compiler says of the consumer's own files. */
  readonly diagnostics: readonly Placed[];
  /** Whether a file is the package's. */
  readonly isOfPackage: (fileName: string) => boolean;
}

export type Placed = ts.Diagnostic & { readonly file: ts.SourceFile; readonly start: number };

/** The package is where it would be installed, so that what it imports is found as there; only its name leads elsewhere. */
export function compileConsumer(compiler: typeof ts, consumer: Consumer, side: Side, name: string): Compiled {
  const folder = posix.join(consumer.folder.replaceAll("\\", "/"), "node_modules", name, side.which);
  const files = packageFiles(folder, side);
  const program = compiler.createProgram(
    [...consumer.fileNames],
    consumer.options,
    hostOf(compiler, consumer, { folder, files, name }),
  );
  const own = program.getSourceFiles().filter(({ fileName }) => consumer.fileNames.includes(fileName));
  const diagnostics = own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  return {
    program,
    diagnostics: diagnostics.filter((one): one is Placed => one.file !== undefined && one.start !== undefined),
    isOfPackage: (fileName) => files.has(fileName),
  };
}

interface MemoryPackage {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  readonly name: string;
}

function packageFiles(folder: string, { sources }: Side): Map<string, string> {
  const runtime = readStaticFiles(templatesFolder).filter(({ path }) => path.startsWith("src/runtime/"));
  return new Map([
    [`${folder}/package.json`, '{ "type": "module" }'],
    ...[...sources, ...runtime.map(({ path, text }) => [path, text] as const)].map(
      ([path, text]) => [`${folder}/${path}`, text] as const,
    ),
  ]);
}

function hostOf(compiler: typeof ts, { options }: Consumer, { folder, files, name }: MemoryPackage): ts.CompilerHost {
  const entries = new Map([
    [name, `${folder}/src/index.ts`],
    [`${name}/functions`, `${folder}/src/functions.ts`],
  ]);
  const onDisk = (text: string, from: string, mode?: ts.ResolutionMode): ts.ResolvedModuleWithFailedLookupLocations =>
    compiler.resolveModuleName(text, from, options, compiler.sys, undefined, undefined, mode);
  return memoryHost(compiler, options, {
    files,
    resolve: (text, from, mode) => {
      const entry = entries.get(text);
      if (entry !== undefined) return inMemory(compiler, entry);
      if (!files.has(from)) return onDisk(text, from, mode);
      if (text.startsWith(".")) return inMemory(compiler, posix.join(dirname(from), text).replace(/\.js$/, ".ts"));
      const found = onDisk(text, from, mode);
      return found.resolvedModule === undefined ? onDisk(text, __filename) : found;
    },
  });
}
