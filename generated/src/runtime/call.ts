import { apiErrorOf } from "./api-error.js";
import { encodeBody, type EncodedBody } from "./body.js";
import { AbortError, ClientError, ConnectionError, type RequestFacts } from "./errors.js";
import type { UntypedInit } from "./openapi-fetch.js";
import type { Operation } from "./operation.js";
import { checkHeaders, type CallOptions } from "./options.js";
import { parseError, readResponse } from "./read-response.js";
import { requestParts, type Arguments } from "./request.js";
import type { Failure, NoAnswer, Success } from "./result.js";
import type { Transport } from "./transport.js";

type AnyResult = Success<number, unknown> | Failure<number, unknown> | NoAnswer;

/** Calls an operation; resolves to the data, rejects with a `ClientError`. */
export async function call<Data>(
  transport: Transport,
  operation: Operation,
  args: object,
  options?: CallOptions,
): Promise<Data> {
  const result = await send(transport, operation, args as Arguments, options);
  if (!result.ok) throw result.error;
  return result.data as Data;
}

/** Calls an operation and never rejects. `Result` is what the generated types say of it. */
export async function callSafe<Result>(
  transport: Transport,
  operation: Operation,
  args: object,
  options?: CallOptions,
): Promise<Result> {
  return (await send(transport, operation, args as Arguments, options)) as Result;
}

async function send(
  transport: Transport,
  operation: Operation,
  args: Arguments,
  options: CallOptions = {},
): Promise<AnyResult> {
  const request: RequestFacts = { operationId: operation.id, method: operation.method, path: operation.path };
  let response: Response | undefined;
  try {
    const token = operation.anonymous ? undefined : await transport.token();
    const answer = await transport.named.request(
      operation.method,
      operation.path,
      initOf(operation, args, options, token),
    );
    response = answer.response;
    if (response.type === "opaqueredirect")
      throw new ConnectionError(`${operation.id}: the API redirects, which is not followed`);
    if (response.ok) return { ok: true, status: response.status, data: await read(request, response), response };
    const body = answer.error === "" ? undefined : answer.error;
    return { ok: false, status: response.status, error: apiErrorOf(request, response, body, token), response };
  } catch (error) {
    return {
      ok: false,
      status: undefined,
      error: clientErrorOf(error, request, options.signal ?? undefined),
      response,
    };
  }
}

/** An answer without a body was given its `undefined` by openapi-fetch; one with a body is still to be read. */
async function read(request: RequestFacts, response: Response): Promise<unknown> {
  const contentType = response.headers.get("content-type") ?? "";
  if (/^text\/html\b/i.test(contentType)) throw parseError("is a web page", request, response, contentType);
  return readResponse(request, response);
}

function initOf(operation: Operation, args: Arguments, options: CallOptions, token: string | undefined): UntypedInit {
  const parts = requestParts(operation, args);
  const body = bodyOf(operation, args);
  const isStream = typeof ReadableStream !== "undefined" && body?.content instanceof ReadableStream;
  return {
    params: { path: {}, query: {} },
    pathSerializer: (url) => url.slice(0, -operation.path.length) + parts.path,
    querySerializer: () => parts.query,
    bodySerializer: () => body?.content,
    parseAs: "stream",
    headers: {
      Accept: "application/json, text/*;q=0.9, */*;q=0.8",
      ...(body === undefined ? {} : { "Content-Type": body.contentType }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...parts.headers,
      ...checkHeaders(options.headers),
    },
    ...(body === undefined ? {} : { body: args["body"] }),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(isStream ? { duplex: "half" } : {}),
  };
}

function bodyOf(operation: Operation, args: Arguments): EncodedBody | undefined {
  const body = Object.hasOwn(args, "body") ? args["body"] : undefined;
  return operation.body === undefined || body === undefined ? undefined : encodeBody(operation.body, body);
}

function clientErrorOf(
  error: unknown,
  { operationId, method, path }: RequestFacts,
  signal: AbortSignal | undefined,
): ClientError {
  if (ClientError.is(error)) return error;
  if (signal?.aborted) return new AbortError(`${operationId}: aborted by the caller`, { cause: signal.reason });
  return new ConnectionError(`${operationId}: ${method} ${path} had no answer`, { cause: error });
}
