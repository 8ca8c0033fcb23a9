import { ClientError, type RequestFacts } from "./errors.js";
import type { Hooks } from "./hooks.js";
import type { Failure, NoAnswer, Success } from "./result.js";
import { delayOf } from "./retry.js";
import type { Settings } from "./settings.js";
import { within } from "./time.js";

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
  /** Resolves when it is given up before its end. */
  readonly over: Promise<unknown>;
  /** For `fetch`: a signal of that, made when it is looked at, for it costs as much as the rest of a call. */
  readonly init: { readonly signal: AbortSignal };
}

export type AnyResult = Success<number, unknown> | Failure<number, unknown> | NoAnswer;

/** One attempt; what it throws becomes a `NoAnswer`. */
type Work = (attempt: Attempt) => Promise<AnyResult>;

/**
 * Attempts until one succeeds, or fails in a way that another would not mend, or the retries or the time are used up. Never
 * rejects.
 */
export async function attempts(call: Call, work: Work): Promise<AnyResult> {
  const { settings, request, signal } = call;
  const end = performance.now() + settings.deadlineMs;
  let attempt = 0;
  /** One that throws ends the call. */
  const tell = async (name: keyof Hooks, more?: object): Promise<void> => {
    for (const hooks of settings.hooks) await hooks[name]?.({ ...request, attempt, ...more } as never);
  };
  const failed = (thrown: unknown): NoAnswer => noAnswer(call, thrown);
  const once = async (): Promise<AnyResult> => {
    const start = performance.now();
    let giveUp!: (reason: unknown) => void;
    const over = new Promise((resolve) => (giveUp = resolve));
    await tell("onRequest");
    const working = work({ ...call, over, init: initOf(over) });
    const result = await within(call, Math.min(settings.timeoutMs, end - start), working).catch((thrown: unknown) => {
      giveUp(thrown);
      throw thrown;
    });
    const durationMs = Math.round(performance.now() - start);
    if (result.response) await tell("onResponse", { status: result.response.status, durationMs });
    return result;
  };
  const repeat = async (): Promise<AnyResult> => {
    for (;;) {
      attempt += 1;
      if (signal?.aborted) await within(call, Infinity);
      const result = await once().catch(failed);
      if (result.ok) return result;
      const { error } = result;
      const delayMs = delayOf(call, error, attempt);
      // A wait that the deadline would cut short leads nowhere: what failed is said now.
      if (performance.now() + delayMs >= end) return result;
      await tell("onRetry", { error, delayMs });
      await within(call, delayMs);
    }
  };
  const result = await repeat().catch(failed);
  if (result.ok) return result;
  Object.assign(result.error, { attempts: call.state.sent });
  return tell("onError", { error: result.error }).then(() => result, failed);
}

function initOf(over: Promise<unknown>): Attempt["init"] {
  let controller: AbortController | undefined;
  return {
    get signal() {
      if (!controller) void over.then((reason) => controller!.abort(reason));
      return (controller ??= new AbortController()).signal;
    },
  };
}

/** The result of an attempt that threw. What is no error of ours came from middleware, hooks or arguments that can't be sent. */
export function noAnswer({ request }: Call, thrown: unknown, response?: Response): NoAnswer {
  const error = ClientError.is(thrown)
    ? Object.assign(thrown, request)
    : new ClientError("failed", { request, cause: thrown });
  return { ok: false, status: undefined, error, response };
}
