import type { Call } from "./attempts.js";
import { ApiError, ConnectionError, type ClientError } from "./errors.js";

/** What runtimes call a connection that was never made: nothing was sent. Node's (undici's) names, then Bun's. */
const neverConnected =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;

/** How long to wait before another attempt, in milliseconds; for ever where there should be none. `attempt`: the one that failed. */
export function delayOf({ request, settings, canResend }: Call, error: ClientError, attempt: number): number {
  const { baseMs, capMs, maxRetries, maxRetryAfterMs, methods, statuses } = settings;
  const { status, retryAfterMs } = error as ClientError & Partial<Pick<ApiError, "retryAfterMs">>;
  const isSafe = methods.includes(request.method);
  const isWorthIt = ConnectionError.is(error)
    ? isSafe || isNeverConnected(error)
    : ApiError.is(error) &&
      statuses.includes(status!) &&
      (isSafe || status === 429 || (status === 503 && retryAfterMs !== undefined));
  if (!isWorthIt || !canResend || attempt > maxRetries || retryAfterMs! > maxRetryAfterMs) return Infinity;
  // Full jitter: callers who failed together do not come back together.
  return retryAfterMs ?? Math.random() * Math.min(capMs, baseMs * 2 ** (attempt - 1));
}

/** `fetch` says it in one of its error's causes. */
function isNeverConnected(error: { code?: unknown; cause?: unknown } | undefined): boolean {
  return !!error && (neverConnected.test(String(error.code)) || isNeverConnected(error.cause as typeof error));
}
