import { GenerateError, exitCodes, type Place } from "../problem";
import { tokensOf } from "../references";
import { lineColumn, type Parsed } from "./parsed";
import { readSource } from "./read-source";

/** One file of a document. */
export interface LoadedFile {
  /** As messages spell it. */
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** Where the value at a pointer begins, or its key; the nearest parent's place if it does not exist. */
  readonly locate: (pointer: string, at: "key" | "value") => Place;
}

/** Reads a JSON or YAML file, from `cwd`. Throws a `GenerateError` with every syntax problem. */
export function readFile(path: string, cwd: string): LoadedFile {
  const text = readSource(path, cwd);
  const parsed = parse(text, path);
  if (parsed.problems.length > 0) throw new GenerateError(exitCodes.problems, parsed.problems);
  return {
    path,
    text,
    value: parsed.value,
    locate: (pointer, at) => ({ file: path, ...lineColumn(text, offsetOf(parsed, pointer, at)) }),
  };
}

/** Each parser is loaded when it is needed: they take a tenth of the time of a run that has nothing to do. */
function parse(text: string, path: string): Parsed {
  if (isJson(path, text)) return (require("./parse-json") as typeof import("./parse-json")).parseJson(text, path);
  return (require("./parse-yaml") as typeof import("./parse-yaml")).parseYaml(text, path);
}

/** JSON by its name, or by its first character where the name doesn't say. */
function isJson(path: string, text: string): boolean {
  if (/\.json$/i.test(path)) return true;
  return !/\.ya?ml$/i.test(path) && /^\s*\{/.test(text);
}

/** The nearest value that exists: an absent member is missing from its parent. */
function offsetOf(parsed: Parsed, pointer: string, at: "key" | "value"): number {
  const tokens = tokensOf(pointer);
  for (let length = tokens.length; length > 0; length -= 1) {
    const offset = parsed.offsetOf(tokens.slice(0, length), length === tokens.length ? at : "value");
    if (offset !== undefined) return offset;
  }
  return parsed.offsetOf([], "value") ?? 0;
}
