import { text } from "../prepare/docs/markdown";
import type { Diff } from "./index";
import type { Finding, FindingSeverity } from "./finding";
import { asksNothing, verdict } from "./print-text";

const headings: Readonly<Record<FindingSeverity, string>> = {
  major: "Breaking",
  minor: "New",
  patch: "Texts and examples",
};

/** A diff as a comment on a pull request: the verdict, then a list under a heading for each severity. */
export function printMarkdown(diff: Diff): string {
  return [`**${text(verdict(diff))}**`, ...sections(diff.findings)].join("\n\n") + "\n";
}

/** The lists alone, their headings at a level. */
export function sections(findings: readonly Finding[], level = 3): string[] {
  return (Object.keys(headings) as FindingSeverity[]).flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    return own.length === 0 ? [] : [`${"#".repeat(level)} ${headings[severity]}`, own.map(item).join("\n")];
  });
}

/** Messages are Markdown already: what a document says stands in code spans. */
function item({ message, advice }: Finding): string {
  const sentence = `${message[0]!.toUpperCase()}${message.slice(1)}`;
  return `- ${sentence}.${asksNothing(advice) ? "" : ` ${advice}`}`;
}
