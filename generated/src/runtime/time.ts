import type { Call } from "./attempts.js";
import { AbortError, TimeoutError } from "./errors.js";

/**
 * Does `work`, for no longer than `ms`; without `work`, waits that long. Rejects with a `TimeoutError`, or with an `AbortError` when the
 * caller aborts; leaves no timer and no listener behind.
 */
export async function within<T>({ request, signal }: Call, ms: number, work?: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort: (() => void) | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      abort = () => {
        reject(new AbortError("was aborted by the caller", { request, cause: signal!.reason }));
      };
      const end = (): void => {
        if (work) reject(new TimeoutError("had no whole answer in time", { request }));
        else resolve(undefined as T);
      };
      if (signal?.aborted) abort();
      else if (ms <= 0) end();
      else {
        signal?.addEventListener("abort", abort);
        // A timer can't count further; so long is for ever.
        if (ms < 2 ** 31) timer = setTimeout(end, ms);
        work?.().then(resolve, reject);
      }
    });
  } finally {
    clearTimeout(timer);
    if (abort) signal?.removeEventListener("abort", abort);
  }
}
