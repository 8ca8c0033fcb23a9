import type { Call } from "./attempts.js";
import { AbortError, TimeoutError } from "./errors.js";

/**
 * Waits for `work`, no longer than `ms`; without `work`, just that long. Rejects with a `TimeoutError`, or with an `AbortError` when the
 * caller aborts; leaves no timer and no listener behind.
 */
export function within<T>({ request, signal }: Call, ms: number, work?: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const finish = (value: T): void => {
      leave();
      resolve(value);
    };
    const fail = (error: Error): void => {
      leave();
      reject(error);
    };
    const abort = (): void => {
      fail(new AbortError("was aborted by the caller", { request, cause: signal!.reason }));
    };
    const end = (): void => {
      if (work) fail(new TimeoutError("had no whole answer in time", { request }));
      else finish(undefined as T);
    };
    // A timer can't count further; so long is for ever.
    const timer = ms < 2 ** 31 ? setTimeout(end, ms) : undefined;
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    else if (ms <= 0) end();
    work?.then(finish, fail);
  });
}

/**
 * How an attempt ends before its time; for `fetch`, too, as its second argument: the signal is made when it is looked at, for it
 * costs as much as the rest of a call.
 */
export class Ending {
  #controller: AbortController | undefined;
  #isOver = false;
  #cancel: ((reason: unknown) => unknown) | undefined;

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    return this.#controller.signal;
  }

  /** What is to be stopped with it; at once, where it is over. */
  set cancel(cancel: (reason: unknown) => unknown) {
    this.#cancel = cancel;
    if (this.#isOver) cancel(undefined);
  }

  giveUp(reason: unknown): void {
    this.#isOver = true;
    this.#controller?.abort(reason);
    this.#cancel?.(reason);
  }
}
