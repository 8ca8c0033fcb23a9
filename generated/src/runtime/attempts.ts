import { ClientError, type RequestFacts } from "./errors.js";
import type { Hooks } from "./hooks.js";
import type { Failure, NoAnswer, Success } from "./result.js";
import { delayOf } from "./retry.js";
import type { Settings } from "./settings.js";
import { Ending, within } from "./time.js";

/** One call on its way, with all its attempts. */
export interface Call {
  readonly request: RequestFacts;
  settings: Settings;
  readonly signal: AbortSignal | undefined;
  /** Whether it goes out without credentials. */
  readonly isAnonymous?: boolean | undefined;
  /** Whether what is sent can be sent again: a stream can't. */
  canResend: boolean;
  /** What went out and must not be repeated by an error. */
  readonly secrets: string[];
  /** How many requests went out, and whether a refused token was replaced, which is done once. */
  readonly state: { sent: number; hasRefreshed?: boolean };
}

/** One attempt of a call. */
export interface Attempt extends Call {
  readonly ending: Ending;
}

export type AnyResult = Success<number, unknown> | Failure<number, unknown> | NoAnswer;

/** One attempt; what it throws becomes a `NoAnswer`. */
type Work = (attempt: Attempt) => Promise<AnyResult>;

/**
 * Attempts until one succeeds, or fails in a way that another would not mend, or the retries or the time are used up. Never
 * rejects.
 */
export async function attempts(call: Call, work: Work): Promise<AnyResult> {
  let attempt = 0;
  /** One that throws ends the call. */
  const tell: Tell = async (name, more) => {
    for (const hooks of call.settings.hooks) await hooks[name]?.({ ...call.request, attempt, ...more } as never);
  };
  const end = performance.now() + call.settings.deadlineMs;
  const repeat = async (): Promise<AnyResult> => {
    for (;;) {
      attempt += 1;
      if (call.signal?.aborted) await within(call, Infinity);
      const result = await attemptOnce(call, work, tell, end);
      if (result.ok) return result;
      const { error } = result;
      const delayMs = delayOf(call, error, attempt);
      // A wait that the deadline would cut short leads nowhere: what failed is said now.
      if (performance.now() + delayMs >= end) return result;
      await tell("onRetry", { error, delayMs });
      await within(call, delayMs);
    }
  };
  const result = await repeat().catch((thrown: unknown) => noAnswer(call, thrown));
  if (result.ok) return result;
  Object.assign(result.error, { attempts: call.state.sent });
  return tell("onError", { error: result.error }).then(
    () => result,
    (thrown: unknown) => noAnswer(call, thrown),
  );
}

type Tell = (name: keyof Hooks, more?: object) => Promise<void>;

async function attemptOnce(call: Call, work: Work, tell: Tell, end: number): Promise<AnyResult> {
  const start = performance.now();
  const ending = new Ending();
  try {
    await tell("onRequest");
    const working = work({ ...call, ending });
    const result = await within(call, Math.min(call.settings.timeoutMs, end - start), working);
    const durationMs = Math.round(performance.now() - start);
    if (result.response) await tell("onResponse", { status: result.response.status, durationMs });
    return result;
  } catch (thrown) {
    ending.giveUp(thrown);
    return noAnswer(call, thrown);
  }
}

/** The result of an attempt that threw. What is no error of ours came from middleware, hooks or arguments that can't be sent. */
export function noAnswer({ request }: Call, thrown: unknown, response?: Response): NoAnswer {
  const error = ClientError.is(thrown)
    ? Object.assign(thrown, request)
    : new ClientError("failed", { request, cause: thrown });
  return { ok: false, status: undefined, error, response };
}
