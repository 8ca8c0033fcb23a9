import { realpathSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import type { SourceDocument } from "../flow";
import { GenerateError, exitCodes } from "../problem";
import { Bundler } from "./bundle";
import { Origins } from "./origins";
import { readFile, type LoadedFile } from "./read-file";

/**
 * Path → `SourceDocument`. `path`: of a JSON or YAML file, from `cwd`; other files of its folder are read where it refers to them. Throws
 * a `GenerateError`: exit code 4 when the file can't be read, 1 with every problem when a file can't be understood, goes over a
 * limit (limits.ts), or is referred to and not there.
 */
export function load(path: string, options: { cwd?: string } = {}): SourceDocument {
  const cwd = options.cwd ?? process.cwd();
  const file = readFile(path, cwd);
  const origins = new Origins(file);
  const source = { path, locate: (pointer: string, at?: "key" | "value") => origins.locate(pointer, at) };
  if (!refersElsewhere(file.value))
    return { ...source, files: [{ path: basename(path), text: file.text }], value: file.value };
  const entry = realpathSync(resolve(cwd, path));
  const bundler = new Bundler(entry, file, origins, cwd);
  const value = bundler.bundle();
  if (bundler.problems.length > 0) throw new GenerateError(exitCodes.problems, bundler.problems);
  return { ...source, files: filesOf(bundler.files, entry), value };
}

function filesOf(files: ReadonlyMap<string, LoadedFile>, entry: string): SourceDocument["files"] {
  return [...files].map(([real, { text }]) => ({
    path: relative(dirname(entry), real).split(sep).join("/"),
    text,
  }));
}

/** Whether any `$ref` or mapping may name another file. */
function refersElsewhere(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, member]) => {
    if (key === "$ref" && typeof member === "string") return !member.startsWith("#");
    if (key === "mapping" && typeof member === "object" && member !== null)
      return Object.values(member as object).some(
        (target) => typeof target === "string" && /^[^#]*(\.(json|ya?ml)|:|\/)/.test(target),
      );
    return refersElsewhere(member);
  });
}
