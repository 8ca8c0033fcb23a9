import { createColors } from "picocolors";
import { verdict } from "../diff/print-text";
import { printable } from "../report/printable";
import type { Break, Impact } from "./index";

type Colors = ReturnType<typeof createColors>;

/** The lines that break, as a compiler would list them, each with the finding that explains it. */
export function printImpact(
  { diff, breaks, isUsed, errorsBefore }: Impact,
  consumer: string,
  { color }: { readonly color: boolean },
): string {
  const colors = createColors(color);
  const summary = isUsed ? `${consumer}: ${count(breaks)}` : `${consumer} does not import the package`;
  const before = errorsBefore === 0 ? "" : `; ${errorsBefore} errors were there before`;
  const blocks = breaks.map((one) => printBreak(one, colors));
  return [colors.bold(printable(verdict(diff))), ...blocks, printable(`${summary}${before}`)].join("\n\n") + "\n";
}

function printBreak({ file, line, column, message, findings }: Break, colors: Colors): string {
  const reasons = findings.map(
    (finding) =>
      `  ${colors.red(finding.code)} ${printable(finding.message)}\n  ${colors.cyan("to do:")} ${printable(finding.advice)}`,
  );
  return [`${colors.bold(`${printable(file)}:${line}:${column}`)} ${printable(message)}`, ...reasons].join("\n");
}

function count({ length }: readonly Break[]): string {
  return length === 0 ? "every line still compiles" : `${length} ${length === 1 ? "line breaks" : "lines break"}`;
}
