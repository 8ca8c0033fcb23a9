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
  const starts = lineStarts(text);
  let [first, after] = [0, starts.length];
  while (after - first > 1) {
    const middle = (first + after) >> 1;
    if (starts[middle]! <= offset) first = middle;
    else after = middle;
  }
  return { line: first + 1, column: offset - starts[first]! + 1 };
}

let last: { readonly text: string; readonly starts: readonly number[] } | undefined;

/** Kept for the text that was asked of last: a thousand problems can stand in one file of a million lines. */
function lineStarts(text: string): readonly number[] {
  if (last?.text === text) return last.starts;
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  last = { text, starts };
  return starts;
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
