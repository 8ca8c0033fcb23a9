import { Script, createContext } from "node:vm";
import { GenerateError, exitCodes } from "./problem";

/** Milliseconds that one step of a run may take. The full Pinterest document needs two thousand for its longest. */
function timeLimit(): number {
  const seconds = Number(process.env["AUDIENCES_CODEGEN_TIME_LIMIT"]);
  return seconds > 0 ? Math.ceil(Math.min(seconds, 86_400) * 1000) : 120_000;
}

const call = new Script("work()");
let context: { work?: () => unknown } | undefined;

/**
 * Does something, and ends it where it takes too long: a document that some library can't cope with gets an error, not a process that
 * hangs. Nothing else depends on time. `step`: what takes long, as the message says it.
 */
export function withinTime<T>(step: string, work: () => T): T {
  const limit = timeLimit();
  context ??= createContext({}) as { work?: () => unknown };
  context.work = work;
  try {
    // Of all that Node offers only this ends what runs in its own thread.
    return call.runInContext(context, { timeout: limit }) as T;
  } catch (error) {
    const isLate = (error as NodeJS.ErrnoException | undefined)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    throw isLate ? tooSlow(step, limit) : error;
  }
}

/** The same for what is done elsewhere, in a thread or a process: `stop` ends it. */
export async function awaitInTime<T>(step: string, result: Promise<T>, stop: () => void): Promise<T> {
  const limit = timeLimit();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      stop();
      reject(tooSlow(step, limit));
    }, limit);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooSlow(step: string, limit: number): GenerateError {
  return GenerateError.of(
    exitCodes.problems,
    "too-slow",
    `${step} took longer than ${limit / 1000} seconds, and was ended`,
    "Leave out what no client needs, or allow more seconds with AUDIENCES_CODEGEN_TIME_LIMIT.",
  );
}
