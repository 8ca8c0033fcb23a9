import { check } from "../check";
import { readConfiguration } from "../configuration";
import { load } from "../load";
import { exitCodes } from "../problem";
import type { CommandResult } from "./result";

export interface ValidateFlags {
  readonly config?: string;
  readonly spec?: string;
}

/** What is wrong with the document, and nothing else. */
export async function validate(flags: ValidateFlags, cwd = process.cwd()): Promise<CommandResult> {
  const { spec, shaping } = readConfiguration({ cwd, configPath: flags.config, flags: { spec: flags.spec } });
  const { notices } = await check(load(spec, { cwd, shaping }));
  return { command: "validate", exitCode: exitCodes.done, text: `${spec} has no problems\n`, problems: notices };
}
