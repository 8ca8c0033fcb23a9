import { join } from "node:path";
import type ts from "typescript";
import { GenerateError, exitCodes } from "../problem";

/** Another repository's program, as its own configuration describes it. */
export interface Consumer {
  readonly folder: string;
  readonly fileNames: readonly string[];
  readonly options: ts.CompilerOptions;
}

/** Reads `tsconfig.json` (or `jsconfig.json`) of a folder. Throws a `GenerateError` with exit code 2. */
export function readConsumer(compiler: typeof ts, folder: string): Consumer {
  const file = ["tsconfig.json", "jsconfig.json"]
    .map((name) => join(folder, name))
    .find((path) => compiler.sys.fileExists(path));
  if (file === undefined) {
    const hint = "Give the folder of the project whose calls are to be checked; the compiler needs its options.";
    throw GenerateError.of(exitCodes.usage, "no-program", `${folder} has no tsconfig.json`, hint);
  }
  const { config, error } = compiler.readConfigFile(file, (path) => compiler.sys.readFile(path)) as {
    config: unknown;
    error?: ts.Diagnostic;
  };
  const parsed = compiler.parseJsonConfigFileContent(config, compiler.sys, folder);
  const errors = [...(error === undefined ? [] : [error]), ...parsed.errors];
  if (errors.length > 0) {
    const messages = errors.map(({ messageText }) => compiler.flattenDiagnosticMessageText(messageText, " "));
    throw GenerateError.of(exitCodes.usage, "no-program", `${file} is no program: ${messages.join("; ")}`);
  }
  return { folder, fileNames: parsed.fileNames, options: { ...parsed.options, noEmit: true, skipLibCheck: true } };
}
