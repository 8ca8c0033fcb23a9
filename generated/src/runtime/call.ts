import { apiErrorOf } from "./api-error.js";
import { attempts, noAnswer, type AnyResult, type Attempt, type Call } from "./attempts.js";
import { connect, mask } from "./connect.js";
import type { UntypedInit } from "./openapi-fetch.js";
import type { Operation } from "./operation.js";
import { checkHeaders, type CallOptions } from "./options.js";
import { readText } from "./read-response.js";
import { requestParts, type Arguments } from "./request.js";
import { settingsOf } from "./settings.js";
import type { Transport } from "./transport.js";

/** Calls an operation; resolves to the data, rejects with a `ClientError`. */
export async function call<Data>(
  transport: Transport,
  operation: Operation,
  args: object,
  options?: CallOptions,
): Promise<Data> {
  const result = await callSafe<AnyResult>(transport, operation, args, options);
  if (result.ok) return result.data as Data;
  throw result.error;
}

const none: CallOptions = {};

/** Calls an operation and never rejects. `Result` is what the generated types say of it. */
export async function callSafe<Result>(
  transport: Transport,
  operation: Operation,
  args: object,
  options: CallOptions = none,
): Promise<Result> {
  const { id: operationId, method, path } = operation;
  const call: Call = {
    request: { operationId, method, path },
    settings: transport.settings,
    signal: options.signal,
    isAnonymous: operation.anonymous,
    canResend: true,
    secrets: [],
    state: { sent: 0 },
  };
  try {
    const init = initOf(operation, args as Arguments, options.headers);
    if (options !== none) call.settings = settingsOf(call.settings, options);
    call.canResend = !init.duplex;
    return (await attempts(call, (own) => attempt(transport, own, operation, init))) as Result;
  } catch (thrown) {
    return noAnswer(call, thrown) as Result;
  }
}

/** One request through openapi-fetch, and its answer read to the end. */
async function attempt(
  transport: Transport,
  call: Attempt,
  { method, path, read }: Operation,
  init: UntypedInit,
): Promise<AnyResult> {
  let response: Response | undefined;
  try {
    const answer = await transport.client.request(method, path, {
      ...init,
      fetch: async (request) => bounded(await connect(transport, call, request), call),
    });
    response = answer.response;
    const { ok, status } = response;
    // Not modified (RFC 9110, 15.4.5): what a caller who asks with conditions wants to hear.
    if (ok || status === 304) {
      const data = await (read ? read(response, call) : response.body?.cancel());
      return { ok: true, status, data, response };
    }
    const error = apiErrorOf(call, response, answer.error || undefined);
    return status ? { ok, status, error, response } : noAnswer(call, error, response);
  } catch (thrown) {
    return noAnswer(call, thrown, response);
  }
}

/** openapi-fetch reads the text of an answer that is not 2xx by itself: here it gets it counted, and without our secrets. */
function bounded(response: Response, call: Attempt): Response {
  const text = async (): Promise<string> => mask((await readText(response, call)) ?? "", call.secrets);
  return response.ok ? response : Object.defineProperty(response, "text", { value: text });
}

function initOf(operation: Operation, args: Arguments, headers: CallOptions["headers"]): UntypedInit {
  const parts = requestParts(operation, args);
  const given = args["body"];
  const body = given === undefined ? undefined : operation.body?.encode(operation.body, given);
  return {
    params: { path: {} },
    // What a caller gives of the template is in its place already; what else would put it there is the base URL's.
    pathSerializer: (url) => url.replace(operation.path, () => parts.path),
    querySerializer: () => parts.query,
    parseAs: "stream",
    headers: {
      Accept: operation.accept ?? "application/json",
      ...parts.headers,
      ...(body && { "Content-Type": body.contentType }),
      ...checkHeaders(headers),
    },
    ...(body && { body: given, bodySerializer: () => body.content }),
    ...(body?.content instanceof ReadableStream && { duplex: "half" }),
  };
}
