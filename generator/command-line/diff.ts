import { readConfiguration } from "../configuration";
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
  /** The configuration that says what is done to both documents, and which `aliases` the new package keeps. */
  readonly config?: string;
  readonly markdown?: boolean;
  readonly failOn?: FindingSeverity;
}

/** What a change of the document does to callers. Fails only where `--fail-on` says so. */
export async function diff(flags: DiffFlags, cwd = process.cwd()): Promise<CommandResult> {
  const { old, new: next, config } = flags;
  const { aliases = [], shaping } =
    config === undefined ? {} : readConfiguration({ cwd, configPath: config, flags: {} });
  const found = await interruptible((signal) => diffDocuments({ old, new: next, cwd, signal, aliases, shaping }));
  const hasFailed = flags.failOn !== undefined && reaches(found.bump, flags.failOn);
  return {
    command: "diff",
    exitCode: hasFailed ? exitCodes.problems : exitCodes.done,
    text: flags.markdown === true ? printMarkdown(found) : printText(found, { color: hasColor(process.stdout) }),
    problems: [],
    facts: { ...found },
  };
}
