import { apiErrorOf } from "./api-error.js";
import { attempts, failed, refused, type AnyResult, type Attempt } from "./attempts.js";
import { connect } from "./connect.js";
import type { UntypedInit } from "./openapi-fetch.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { discard, readText } from "./read-response.js";
import { checkHeaders, requestParts, type Arguments } from "./request.js";
import { mask } from "./secrets.js";
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

/** Calls an operation and never rejects. `Result` is what the generated types say of it. */
export async function callSafe<Result>(
  transport: Transport,
  operation: Operation,
  args: object,
  options?: CallOptions,
): Promise<Result> {
  const { id: operationId, method, path, read } = operation;
  const request = { operationId, method, path };
  try {
    const init = initOf(operation, args as Arguments, options);
    const call = {
      request,
      settings: options ? settingsOf(transport.settings, options) : transport.settings,
      signal: options?.signal,
      isAnonymous: operation.anonymous,
      security: operation.security,
      canResend: !init.duplex,
      secrets: [],
      sent: 0,
    };
    return (await attempts(call, async (attempt) => {
      // One request through openapi-fetch, and its answer read to the end.
      const { response, error } = await transport.client.request(method, path, {
        ...init,
        fetch: async (sent) => bounded(await connect(transport, attempt, sent), attempt),
      });
      const { ok, status } = response;
      // Not modified (RFC 9110, 15.4.5): what a caller who asks with conditions wants to hear.
      if (!ok && status !== 304) return refused(apiErrorOf(request, response, error || undefined));
      if (!read) discard(response);
      const data = await read?.(response, attempt);
      return { ok: true, status, data, response };
    })) as Result;
  } catch (thrown) {
    return failed(request, thrown) as Result;
  }
}

/** openapi-fetch reads the text of an answer that is not 2xx by itself: here it gets it counted, and without our secrets. */
function bounded(response: Response, attempt: Attempt): Response {
  const value = async (): Promise<string> => mask((await readText(response, attempt)) ?? "", attempt.call.secrets);
  return response.ok ? response : Object.defineProperty(response, "text", { value });
}

function initOf(operation: Operation, args: Arguments, options?: CallOptions): UntypedInit {
  const { path, query, headers } = requestParts(operation, args);
  const given = args["body"];
  const body = given === undefined ? undefined : operation.body?.encode(operation.body, given);
  return {
    ...body,
    params: { path: {} },
    // In place of the template at the end. What a caller gives of it is there already; what else would put it there is the base URL's.
    // A document may have a part of the query in its path.
    pathSerializer: (url) =>
      query.reduce(
        (target, part) => target + (target.includes("?") ? "&" : "?") + part,
        url.slice(0, -operation.path.length) + path,
      ),
    parseAs: "stream",
    headers: {
      Accept: operation.accept ?? "application/json",
      ...headers,
      ...body?.headers,
      ...checkHeaders(options?.headers),
    },
  };
}
