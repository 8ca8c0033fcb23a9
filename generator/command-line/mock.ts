import { check } from "../check";
import { readConfiguration } from "../configuration";
import { load } from "../load";
import { startMock, type Mock } from "../mock";
import { unsupportedPatterns } from "../mock/validation/linear-pattern";
import { normalize } from "../normalize";
import { GenerateError, exitCodes, type ExitCode, type Problem } from "../problem";
import type { CommandResult } from "./result";

export interface MockFlags {
  readonly config?: string;
  readonly spec?: string;
  readonly port?: string;
}

/** Serves the document until it is interrupted; the result says where, once it does. */
export async function mock(flags: MockFlags, cwd = process.cwd()): Promise<CommandResult> {
  const port = portOf(flags.port ?? "0");
  const { spec, shaping } = readConfiguration({ cwd, configPath: flags.config, flags: { spec: flags.spec } });
  const document = normalize(await check(load(spec, { cwd, shaping })));
  const server = await startMock(document, { port }).catch((error: unknown) => {
    throw notListening(error, port);
  });
  return {
    command: "mock",
    exitCode: exitCodes.done,
    text: `serving ${spec} at ${server.url}\n`,
    problems: [...document.notices, ...unsupportedPatterns(document.openapi).map(patternNotice)],
    facts: { url: server.url },
    until: () => interrupted(server),
  };
}

async function interrupted(server: Mock): Promise<ExitCode> {
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve).once("SIGTERM", resolve);
  });
  await server.close();
  return exitCodes.interrupted;
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  const hint = "Give a number from 0 to 65535; 0 takes one that is free.";
  throw GenerateError.of(exitCodes.usage, "port", "--port must be the number of a port", hint);
}

function notListening(error: unknown, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: "is in use",
    EACCES: "needs more rights than this user has",
  };
  const message = `port ${port} ${reasons[code] ?? `is not to be had (${code})`}`;
  return GenerateError.of(exitCodes.inputOutput, "port", message, "Leave --port out, and one that is free is taken.");
}

function patternNotice(pattern: string): Problem {
  return {
    severity: "notice",
    code: "pattern",
    message: `values are not checked against the pattern ${JSON.stringify(pattern)}, which RE2 can't run`,
  };
}
