import { diff as diffDocuments } from "../diff";
import { reaches, type FindingSeverity } from "../diff/finding";
import { printMarkdown } from "../diff/print-markdown";
import { printText } from "../diff/print-text";
import { exitCodes } from "../problem";
import { interruptible } from "./interrupt";
import type { CommandResult } from "./result";
import { hasColor } from "./terminal";

export interface DiffFlags {
  /** Two documents. */
  readonly old: string;
  readonly new: string;
  readonly markdown?: boolean;
  readonly failOn?: FindingSeverity;
}

/** What a change of the document does to callers. Fails only where `--fail-on` says so. */
export async function diff(flags: DiffFlags, cwd = process.cwd()): Promise<CommandResult> {
  const found = await interruptible((signal) => diffDocuments({ old: flags.old, new: flags.new, cwd, signal }));
  const hasFailed = flags.failOn !== undefined && reaches(found.bump, flags.failOn);
  return {
    command: "diff",
    exitCode: hasFailed ? exitCodes.problems : exitCodes.done,
    text: flags.markdown === true ? printMarkdown(found) : printText(found, { color: hasColor(process.stdout) }),
    problems: [],
    facts: { ...found },
  };
}
