import { realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { SourceDocument } from "../flow";
import { GenerateError, exitCodes, type Problem } from "../problem";
import { withinTime } from "../time-limit";
import { Bundler } from "./bundle";
import { filter } from "./filter";
import { Origins } from "./origins";
import { applyOverlay } from "./overlay";
import { paginate } from "./pagination-rules";
import { readFile, type LoadedFile } from "./read-file";
import type { Shaping } from "./shaping";

/**
 * Path → `SourceDocument`. `path`: of a JSON or YAML file, from `cwd`; other files of its folder are read where it refers to them. What the
 * configuration has to say of the document is done to it. Throws a `GenerateError`: exit code 4 when the file can't be read, 1 with
 * every problem when a file can't be understood, goes over a limit (limits.ts), or is referred to and not there, 2 for a selector
 * of the configuration that means nothing.
 */
export function load(path: string, options: LoadOptions = {}): SourceDocument {
  return withinTime(`reading ${path}`, () => read(path, options));
}

interface LoadOptions {
  readonly cwd?: string;
  readonly shaping?: Shaping | undefined;
}

function read(path: string, options: LoadOptions): SourceDocument {
  const cwd = options.cwd ?? process.cwd();
  const entry = readFile(path, cwd);
  const origins = new Origins(entry);
  const { value, files } = bundled(entry, origins, cwd);
  const overlays = (options.shaping?.overlays ?? []).map((overlay) => readFile(overlay, cwd));
  const notices = options.shaping === undefined ? [] : shape(value, origins, overlays, options.shaping);
  const folder = dirname(resolve(cwd, path));
  return {
    path,
    locate: (pointer, at) => origins.locate(pointer, at),
    files: [...files, ...overlays].map(({ path: file, text }) => ({
      path: relative(folder, resolve(cwd, file)).split(sep).join("/"),
      text,
    })),
    value,
    notices,
  };
}

interface Bundled {
  readonly value: unknown;
  readonly files: readonly LoadedFile[];
}

function bundled(entry: LoadedFile, origins: Origins, cwd: string): Bundled {
  if (!refersElsewhere(entry.value)) return { value: entry.value, files: [entry] };
  const bundler = new Bundler(realpathSync(resolve(cwd, entry.path)), entry, origins, cwd);
  const value = bundler.bundle();
  if (bundler.problems.length > 0) throw new GenerateError(exitCodes.problems, bundler.problems);
  return { value, files: [...bundler.files.values()] };
}

/** Overlays, then filters, then pagination; gives the warnings back. */
function shape(value: unknown, origins: Origins, overlays: readonly LoadedFile[], shaping: Shaping): Problem[] {
  const found = overlays.flatMap((overlay) => applyOverlay(value, overlay, origins.mountOf(overlay)));
  if (found.some(({ severity }) => severity === "error")) throw new GenerateError(exitCodes.problems, found);
  const isFiltered = shaping.include !== undefined || shaping.exclude !== undefined;
  const problems = [
    ...(isFiltered ? filter(value, shaping) : []),
    ...paginate(value, shaping, origins.mountOf({ locate: shaping.locate })),
  ];
  if (problems.length > 0) throw new GenerateError(exitCodes.usage, problems);
  return found;
}

/** Whether any `$ref` or mapping may name another file. */
function refersElsewhere(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, member]) => {
    if (key === "$ref" && typeof member === "string") return !member.startsWith("#");
    if (key === "mapping" && typeof member === "object" && member !== null)
      return Object.values(member as object).some(namesAFile);
    return refersElsewhere(member);
  });
}

function namesAFile(target: unknown): boolean {
  return typeof target === "string" && /^[^#]*(\.(json|ya?ml)|:|\/)/.test(target);
}
