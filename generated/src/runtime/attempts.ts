import { AuthError, ClientError, type ApiError, type RequestFacts } from "./errors.js";
import type { Hooks } from "./hooks.js";
import type { Failure, NoAnswer, Success } from "./result.js";
import { delayOf } from "./retry.js";
import type { Settings } from "./settings.js";
import { within } from "./time.js";

/** One call on its way, with all its attempts. */
export interface Call {
  readonly request: RequestFacts;
  readonly settings: Settings;
  readonly signal?: AbortSignal | undefined;
  /** Whether it goes out without credentials. */
  readonly isAnonymous?: boolean | undefined;
  /** The security schemes that it takes, an alternative each; absent: what is given. */
  readonly security?: readonly (readonly string[])[] | undefined;
  /** Whether what is sent can be sent again: a stream can't. */
  readonly canResend: boolean;
  /** What went out and must not be repeated by an error. */
  readonly secrets: string[];
  /** How many requests went out. */
  sent: number;
  /** Whether a refused token was replaced, which is done once. */
  hasRefreshed?: boolean;
}

/** One attempt of a call. */
export interface Attempt {
  readonly call: Call;
  /** Ends it before its time. */
  readonly controller: AbortController;
  isOver?: boolean;
  /** What is to be stopped with it. */
  cancel?: (reason: unknown) => unknown;
}

export type AnyResult = Success<number, unknown> | Failure<number, unknown> | NoAnswer;

/**
 * Attempts until one succeeds, or fails in a way that another would not mend, or the retries or the time are used up. Never
 * rejects: what `work` throws becomes a result.
 */
export async function attempts(call: Call, work: (attempt: Attempt) => Promise<AnyResult>): Promise<AnyResult> {
  const { request, settings } = call;
  const end = performance.now() + settings.deadlineMs;
  let number = 0;
  /** One that throws ends the call. */
  const tell = async (name: keyof Hooks, more?: object): Promise<void> => {
    for (const hooks of settings.hooks) await hooks[name]?.({ ...request, attempt: number, ...more } as never);
  };
  const once = async (): Promise<AnyResult> => {
    const start = performance.now();
    const attempt: Attempt = { call, controller: new AbortController() };
    const result = await within(call, Math.min(settings.timeoutMs, end - start), async () => {
      if (settings.hooks.length > 0) await tell("onRequest");
      return work(attempt);
    }).catch((thrown: unknown) => {
      attempt.isOver = true;
      attempt.controller.abort(thrown);
      attempt.cancel?.(thrown);
      return failed(request, thrown);
    });
    if (result.response && settings.hooks.length > 0)
      await tell("onResponse", { status: result.response.status, durationMs: Math.round(performance.now() - start) });
    return result;
  };
  const repeat = async (): Promise<AnyResult> => {
    for (;;) {
      number += 1;
      const result = await once();
      if (result.ok) return result;
      const { error } = result;
      const delayMs = delayOf(call, error, number);
      // A wait that the deadline would cut short leads nowhere: what failed is said now.
      if (performance.now() + delayMs >= end) return result;
      await tell("onRetry", { error, delayMs });
      await within(call, delayMs);
    }
  };
  const fail = (thrown: unknown): AnyResult => failed(request, thrown);
  const result = await repeat().catch(fail);
  if (result.ok) return result;
  Object.assign(result.error, { attempts: call.sent });
  return tell("onError", { error: result.error }).then(() => result, fail);
}

/** The result of an answer that is not 2xx. */
export function refused(error: ApiError): Failure<number, unknown> | NoAnswer {
  // A browser does not say which status a redirect had: 0.
  return { ok: false, status: error.status || undefined, error, response: error.response };
}

/** The result of what threw. What is no error of this call came from middleware, hooks or arguments that can't be sent. */
export function failed(request: RequestFacts, thrown: unknown): NoAnswer {
  const isOwn = ClientError.is(thrown) && (thrown.operationId ?? request.operationId) === request.operationId;
  const error = isOwn ? Object.assign(thrown, request) : new ClientError("failed", { request, cause: thrown });
  // The answer that an `AuthError` comes with is another's.
  return { ok: false, status: undefined, error, response: AuthError.is(error) ? undefined : error.response };
}
