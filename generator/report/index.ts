import { createColors } from "picocolors";
import type { Problem, Severity } from "../problem";
import { frame } from "./frame";
import { printable } from "./printable";

export interface ReportOptions {
  readonly color: boolean;
  /** The text of a file that a problem stands in, for the lines around it; `undefined` where it can't be had. */
  readonly textOf: (file: string) => string | undefined;
}

type Colors = ReturnType<typeof createColors>;

/**
 * Problems as a person reads them: `spec.yaml:42:17 error unresolved-reference …`, the pointer, the lines around, what to do; a count
 * at the end. Nothing in them can drive a terminal.
 */
export function printProblems(problems: readonly Problem[], options: ReportOptions): string {
  const colors = createColors(options.color);
  const files = [...new Set(problems.flatMap(({ place }) => (place === undefined ? [] : [place.file])))];
  const lines = new Map(files.map((file) => [file, options.textOf(file)?.split(/\r?\n/)]));
  const blocks = problems.map((problem) => printProblem(problem, lines, colors));
  return `${blocks.join("\n\n")}\n\n${counts(problems)}\n`;
}

type Lines = ReadonlyMap<string, readonly string[] | undefined>;

function printProblem(problem: Problem, lines: Lines, colors: Colors): string {
  const { place, severity, code, message, hint, pointer } = problem;
  const where = place === undefined ? "" : `${colors.bold(`${printable(place.file)}:${place.line}:${place.column}`)} `;
  const own = place && lines.get(place.file);
  return [
    `${where}${paint(severity, colors)} ${colors.dim(code)} ${printable(message)}`,
    ...(pointer === undefined ? [] : [colors.dim(`  at ${printable(pointer)}`)]),
    ...(own === undefined || place === undefined ? [] : frame(own, place, colors)),
    ...(hint === undefined ? [] : [`  ${colors.cyan("hint:")} ${printable(hint)}`]),
  ].join("\n");
}

function paint(severity: Severity, colors: Colors): string {
  if (severity === "error") return colors.red("error");
  return severity === "warning" ? colors.yellow("warning") : colors.blue("notice");
}

/** `2 problems`, or `1 problem, 3 notices` */
function counts(problems: readonly Problem[]): string {
  const count = (noun: string, severity: Severity): string[] => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 0 ? [] : [`${number} ${noun}${number === 1 ? "" : "s"}`];
  };
  return [...count("problem", "error"), ...count("warning", "warning"), ...count("notice", "notice")].join(", ");
}
