import { existsSync, readFileSync, statSync } from "node:fs";
import type { Problem } from "../problem";
import { printProblems } from "../report";

/** Whether to colour what goes to a stream (no-color.org; FORCE_COLOR). */
export function hasColor(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv = process.env): boolean {
  if (environment["NO_COLOR"]) return false;
  if (environment["FORCE_COLOR"]) return environment["FORCE_COLOR"] !== "0";
  return stream.isTTY && environment["TERM"] !== "dumb";
}

/** Progress is for someone who watches. */
export function progress(message: string): void {
  if (process.stderr.isTTY && !process.env["CI"]) process.stderr.write(`${message}\n`);
}

/** Prints problems on stderr, with the lines of their files around them. */
export function reportProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) process.stderr.write(printProblems(problems, { color: hasColor(process.stderr), textOf }));
}

function textOf(file: string): string | undefined {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
}
