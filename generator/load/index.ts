import { basename } from "node:path";
import type { SourceDocument } from "../flow";
import { GenerateError, exitCodes } from "../problem";
import { parseJson } from "./parse-json";
import { parseYaml } from "./parse-yaml";
import { lineColumn, type Parsed } from "./parsed";
import { readSource } from "./read-source";

/**
 * Path → `SourceDocument`. `path`: of a JSON or YAML file, from `cwd`. Throws a `GenerateError`: exit code 4 when the file can't
 * be read, 1 with every syntax problem when it can't be understood or goes over a limit (limits.ts).
 */
export function load(path: string, options: { cwd?: string } = {}): SourceDocument {
  const text = readSource(path, options.cwd ?? process.cwd());
  const parsed = isJson(path, text) ? parseJson(text, path) : parseYaml(text, path);
  if (parsed.problems.length > 0) throw new GenerateError(exitCodes.problems, parsed.problems);
  return {
    path,
    files: [{ path: basename(path), text }],
    value: parsed.value,
    locate: (pointer, at = "value") => ({ file: path, ...lineColumn(text, offsetOf(parsed, pointer, at)) }),
  };
}

/** JSON by its name, or by its first character where the name doesn't say. */
function isJson(path: string, text: string): boolean {
  if (/\.json$/i.test(path)) return true;
  return !/\.ya?ml$/i.test(path) && /^\s*\{/.test(text);
}

/** The nearest value that exists: an absent member is missing from its parent. */
function offsetOf(parsed: Parsed, pointer: string, at: "key" | "value"): number {
  const tokens = pointer.split("/").slice(1).map(decodeToken);
  for (let length = tokens.length; length > 0; length -= 1) {
    const offset = parsed.offsetOf(tokens.slice(0, length), length === tokens.length ? at : "value");
    if (offset !== undefined) return offset;
  }
  return parsed.offsetOf([], "value") ?? 0;
}

function decodeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
