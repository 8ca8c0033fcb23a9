import { apiErrorOf } from "./api-error.js";
import { attempts, refused, type Attempt, type Call } from "./attempts.js";
import { connect } from "./connect.js";
import type { RawClient, UntypedInit, UntypedResult } from "./openapi-fetch.js";
import { brokenOff, discard, tooLarge } from "./read-response.js";
import type { NoAnswer } from "./result.js";
import { within } from "./time.js";
import type { Transport } from "./transport.js";

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/**
 * openapi-fetch's own client on a transport: its calls have the transport's credentials, retries, times and limits at the connection,
 * in `fetch`. An answer that is begun is not asked for again.
 */
export function makeRaw<Paths extends object>(transport: Transport): RawClient<Paths> {
  const { settings, client } = transport;
  const request = (method: string, path: string, init: UntypedInit = {}): Promise<UntypedResult> => {
    const { fetch = transport.fetch, duplex } = init;
    const facts = { operationId: "raw", method: method.toUpperCase(), path };
    const call = { request: facts, settings, canResend: !duplex, secrets: [], sent: 0 };
    return client.request(method, path, {
      ...init,
      fetch: (sent) => fetchRaw({ ...transport, fetch }, { ...call, signal: sent.signal }, sent),
    });
  };
  const byMethod = methods.map(
    (method) => [method, (path: string, init?: UntypedInit) => request(method, path, init)] as const,
  );
  return Object.assign({}, client, Object.fromEntries(byMethod), {
    request,
    use: transport.use,
  }) as unknown as RawClient<Paths>;
}

/** `fetch`, with all that a named call has but the reading of the body: that is limited as it streams. */
async function fetchRaw(transport: Transport, call: Call, request: Request): Promise<Response> {
  const { timeoutMs, deadlineMs } = call.settings;
  const deadline = performance.now() + deadlineMs;
  let last: { readonly attempt: Attempt; readonly end: number; readonly response: Response } | undefined;
  const result = await attempts(call, async (attempt) => {
    discard(last?.response);
    const end = Math.min(deadline, performance.now() + timeoutMs);
    const response = await connect(transport, attempt, call.canResend ? request.clone() : request);
    last = { attempt, end, response };
    const { ok, status } = response;
    return ok ? { ok, status, data: undefined, response } : refused(apiErrorOf(call.request, response));
  });
  if (last && result.response === last.response) return limited(last.response, last.attempt, last.end);
  discard(last?.response);
  throw (result as NoAnswer).error;
}

/** The same answer, its body counted and timed as it is read. */
function limited(response: Response, attempt: Attempt, end: number): Response {
  if (response.body === null || response.status > 599) return response;
  const reader = response.body.getReader();
  let left = attempt.call.settings.maxResponseBytes;
  const next = async (): Promise<Uint8Array | undefined> => {
    const { value } = await reader.read().catch((cause: unknown) => {
      throw brokenOff(response, attempt, cause);
    });
    left -= value?.byteLength ?? 0;
    if (left < 0) throw tooLarge(response, attempt);
    return value;
  };
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await within(attempt.call, end - performance.now(), next).catch((error: unknown) => {
          void reader.cancel(error).catch(() => undefined);
          throw error;
        });
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return Object.defineProperty(new Response(body, response), "url", { value: response.url });
}
