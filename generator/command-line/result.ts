import type { ExitCode, Problem } from "../problem";

/** What a command came to: printed for a person, or as one JSON object with `--json`. */
export interface CommandResult {
  readonly command: string;
  readonly exitCode: ExitCode;
  /** For a person, on stdout. */
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly files?: readonly { readonly path: string; readonly action: string }[];
  /** More members of the JSON object. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** What goes on after this has been printed; its end gives the exit code. */
  readonly until?: () => Promise<ExitCode>;
}

/** The JSON object; `version` changes when a member changes its meaning or goes. */
export function resultAsJson({ command, exitCode, problems, files = [], facts = {} }: CommandResult): string {
  return `${JSON.stringify({ version: 1, command, ok: exitCode === 0, exitCode, ...facts, files, problems }, null, 2)}\n`;
}
