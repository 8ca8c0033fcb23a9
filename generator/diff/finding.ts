import type { Place } from "../problem";
import type { FindingCode } from "./sentences";

/** How far a change reaches into callers, in the words of semantic versioning. */
export const severities = ["patch", "minor", "major"] as const;
export type FindingSeverity = (typeof severities)[number];
/** What all findings together ask for; `none`: nothing that reaches a caller changed. */
export type Bump = FindingSeverity | "none";

/** What a finding is about: an operation by its operationId, an exported type by its name, or the package as a whole. */
export interface Subject {
  readonly kind: "operation" | "type" | "package";
  readonly name: string;
}

/** One change as it reaches callers of the package. */
export interface Finding {
  /** Stable, kebab-case (sentences.ts has them all). */
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly subject: Subject;
  /** Path of the changed member inside the subject, `rule.country`, `objective_type[]`; empty for the subject itself. */
  readonly member: string;
  /** One sentence in a consumer's words. */
  readonly message: string;
  /** What to do, one sentence. */
  readonly advice: string;
  /** JSON pointers into both documents; absent where the thing does not exist. */
  readonly pointers: { readonly old?: string; readonly new?: string };
  /** Where these stand in the files. */
  readonly places: { readonly old?: Place; readonly new?: Place };
  readonly before?: string;
  readonly after?: string;
  /** `types`: the compiler sees it in the package. `document`: only who calls or reads does. */
  readonly shownBy: "types" | "document";
}

/** What the findings ask for. */
export function bumpOf(findings: readonly Pick<Finding, "severity">[]): Bump {
  return (
    [...severities].reverse().find((severity) => findings.some((finding) => finding.severity === severity)) ?? "none"
  );
}

/** Whether a bump is at least as big as a severity. */
export function reaches(bump: Bump, severity: FindingSeverity): boolean {
  return bump !== "none" && severities.indexOf(bump) >= severities.indexOf(severity);
}

/** Worst first, then in the order in which they were found. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity }: Finding): number => severities.indexOf(severity);
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => rank(b.finding) - rank(a.finding) || a.index - b.index)
    .map(({ finding }) => finding);
}
