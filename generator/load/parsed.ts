import type { Problem } from "../problem";

/** A text as one of the two parsers understood it. */
export interface Parsed {
  /** Plain JSON with null-prototype objects; meaningless when there are problems. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where the value at a path begins, or its key; `undefined` where there is none. In UTF-16 code units. */
  readonly offsetOf: (path: readonly string[], at: "key" | "value") => number | undefined;
}

/** One mistake can look like thousands to a parser: more than these help nobody. */
export const mostProblems = 20;

/** Line and column, both from 1, of an offset. */
export function lineColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}

/** A problem at an offset of a text. */
export function problemAt(
  place: { readonly path: string; readonly text: string; readonly offset: number },
  code: string,
  message: string,
  hint?: string,
): Problem {
  const at = { file: place.path, ...lineColumn(place.text, place.offset) };
  return { severity: "error", code, message, place: at, ...(hint === undefined ? {} : { hint }) };
}
