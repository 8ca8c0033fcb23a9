import type { createColors } from "picocolors";
import type { Place } from "../problem";
import { printable } from "./printable";

const linesAround = 2;
const widest = 110;

/** The lines of a file around a place, numbered, with a caret below it; a long line is cut to the part that holds the place. */
export function frame(lines: readonly string[], place: Place, colors: ReturnType<typeof createColors>): string[] {
  const first = Math.max(1, place.line - linesAround);
  const last = Math.min(lines.length, place.line + linesAround);
  const gutter = String(last).length;
  const cut = Math.max(0, place.column - 1 - widest / 2);
  const shown = Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((number) => {
    const line = printable((lines[number - 1] ?? "").slice(cut, cut + widest).replaceAll("\t", " "));
    const row = `${String(number).padStart(gutter)} | ${line}`.trimEnd();
    if (number !== place.line) return [`    ${colors.dim(row)}`];
    const before = printable((lines[number - 1] ?? "").slice(cut, place.column - 1).replaceAll("\t", " "));
    return [
      `  ${colors.red(">")} ${row}`,
      `    ${" ".repeat(gutter)} | ${" ".repeat(before.length)}${colors.red("^")}`,
    ];
  });
  return shown;
}
