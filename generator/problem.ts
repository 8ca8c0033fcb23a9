/** A place in a source file, as an editor counts: both from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `error` stops the run; `warning` and `notice` are printed and the run goes on. */
export type Severity = "error" | "warning" | "notice";

/** One thing that is wrong with an input: what, where, and what to do. */
export interface Problem {
  readonly severity: Severity;
  /** Stable, kebab-case, for example `unresolved-reference`. */
  readonly code: string;
  /** What is wrong, in one sentence without a final full stop. */
  readonly message: string;
  /** What to do, in one sentence. */
  readonly hint?: string;
  /** JSON pointer (RFC 6901) into `place.file`. */
  readonly pointer?: string;
  readonly place?: Place;
}

/**
 * The exit codes of the command line (a contract, see README.md).
 * `problems`: in the document; `usage`: of the command or its configuration; `drift`: or a refusal to overwrite;
 * `inputOutput`: files or network; `engine`: the engine asked for is not to be had.
 */
export const exitCodes = {
  done: 0,
  problems: 1,
  usage: 2,
  drift: 3,
  inputOutput: 4,
  engine: 5,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command on purpose: carries every problem found and the exit code they mean. Anything else thrown is a bug of ours. */
export class GenerateError extends Error {
  override readonly name = "GenerateError";

  constructor(
    readonly exitCode: ExitCode,
    readonly problems: readonly Problem[],
  ) {
    super(problems.map((problem) => problem.message).join("\n"));
  }

  /** The common case: one problem, without a place in a file. */
  static of(exitCode: ExitCode, code: string, message: string, hint?: string): GenerateError {
    const problem: Problem = { severity: "error", code, message, ...(hint === undefined ? {} : { hint }) };
    return new GenerateError(exitCode, [problem]);
  }
}
