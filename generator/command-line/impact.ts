import { readConfiguration } from "../configuration";
import { impact as impactOn } from "../impact";
import { printImpact } from "../impact/print-impact";
import { GenerateError, exitCodes } from "../problem";
import { interruptible } from "./interrupt";
import type { CommandResult } from "./result";
import { hasColor } from "./terminal";

export interface ImpactFlags {
  /** Two documents. */
  readonly old: string;
  readonly new: string;
  readonly consumer?: string;
  readonly config?: string;
  readonly name?: string;
}

/** Which lines of another repository break; exit code 1 where one does. */
export async function impact(flags: ImpactFlags, cwd = process.cwd()): Promise<CommandResult> {
  const { old, new: next, consumer } = flags;
  if (consumer === undefined)
    throw GenerateError.of(
      exitCodes.usage,
      "no-consumer",
      "whose calls? --consumer names no folder",
      "Give --consumer FOLDER.",
    );
  const name = flags.name ?? configuredName(flags.config, cwd);
  const { aliases = [], shaping } =
    flags.config === undefined ? {} : readConfiguration({ cwd, configPath: flags.config, flags: {} });
  const found = await interruptible((signal) =>
    impactOn({ old, new: next, consumer, name, cwd, signal, aliases, shaping }),
  );
  const { diff, breaks, ...facts } = found;
  return {
    command: "impact",
    exitCode: breaks.length > 0 ? exitCodes.problems : exitCodes.done,
    text: printImpact(found, consumer, { color: hasColor(process.stdout) }),
    problems: [],
    facts: { bump: diff.bump, findings: diff.findings, breaks, ...facts },
  };
}

/** The name in the configuration, for there the consumer has it from. */
function configuredName(configPath: string | undefined, cwd: string): string {
  try {
    return readConfiguration({ cwd, configPath, flags: {} }).name;
  } catch (error) {
    if (!(error instanceof GenerateError) || error.problems[0]?.code !== "no-document") throw error;
    const hint = "Give --name NAME, as the consumer imports it, or --config FILE.";
    throw GenerateError.of(exitCodes.usage, "no-name", "which package? None is named", hint);
  }
}
