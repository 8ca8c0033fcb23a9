import { createColors } from "picocolors";
import type { Place } from "../problem";
import { printable } from "../report/printable";
import type { Diff } from "./index";
import { severities, type Bump, type Finding, type FindingSeverity } from "./finding";

type Colors = ReturnType<typeof createColors>;

/** A diff as a person reads it in a terminal: the verdict, then each finding with what to do and where. */
export function printText(diff: Diff, { color }: { readonly color: boolean }): string {
  const colors = createColors(color);
  const blocks = diff.findings.map((finding) => printFinding(finding, colors));
  return [colors.bold(printable(verdict(diff))), ...blocks].join("\n\n") + "\n";
}

/** `major: 2 major, 1 patch (Pinterest audiences 5.6.0 → 5.7.0)` */
export function verdict({ bump, findings, old, new: next }: Diff): string {
  const counts = [...severities].reverse().flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const releases = `${old.title} ${old.version} → ${next.title === old.title ? "" : `${next.title} `}${next.version}`;
  return `${bump}: ${counts.join(", ") || "nothing changes for callers"} (${releases})`;
}

function printFinding({ severity, code, message, advice, places, pointers }: Finding, colors: Colors): string {
  const where = [
    ...(places.old && pointers.old ? [`  old ${spell(places.old)} ${pointers.old}`] : []),
    ...(places.new && pointers.new ? [`  new ${spell(places.new)} ${pointers.new}`] : []),
  ];
  return [
    `${paint(severity, colors)} ${colors.dim(code)} ${printable(message)}`,
    ...where.map((line) => colors.dim(printable(line))),
    ...(asksNothing(advice) ? [] : [`  ${colors.cyan("to do:")} ${printable(advice)}`]),
  ].join("\n");
}

/** Whether an advice is that there is nothing to do. */
export function asksNothing(advice: string): boolean {
  return advice === "Nothing to do.";
}

function spell({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function paint(severity: FindingSeverity, colors: Colors): string {
  const colour: Record<Exclude<Bump, "none">, (text: string) => string> = {
    major: colors.red,
    minor: colors.yellow,
    patch: colors.blue,
  };
  return colour[severity](severity);
}
