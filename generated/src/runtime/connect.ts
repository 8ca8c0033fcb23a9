import type { Attempt, Call } from "./attempts.js";
import type { Credentials } from "./credentials.js";
import { ConnectionError } from "./errors.js";
import { discard } from "./read-response.js";
import { hide, withoutSecrets } from "./secrets.js";

/** What sends a request: `fetch`, or what takes its place. The signal that ends it is in `init`, to be passed on. */
export type Fetch = (request: Request, init: { readonly signal: AbortSignal }) => Promise<Response>;

/** What requests leave through: the last step before the network, below openapi-fetch and its middleware. */
export interface Connection {
  /** The origin to which credentials go, and to no other. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly credentials?: Credentials | undefined;
  /** Puts credentials that are no tokens, and says whether a token is to be sent. */
  readonly authorize?: Authorize | undefined;
  /** Whether others hold on to a request that was sent. */
  hasMiddleware?: boolean;
  /** Whether a token that is answered with 401 can be replaced by another. */
  readonly canRefresh?: boolean;
}

/** See `Connection`. */
export type Authorize = (request: Request, call: Call) => Promise<Authorized>;

interface Authorized {
  readonly message: Request;
  readonly takesToken: boolean;
}

/**
 * Sends a request with a token, unless it has an `Authorization` already or goes elsewhere. One answered with 401 is sent once more with
 * another token, where there is a provider of tokens; once in a call. Throws a `ConnectionError` when there is no answer.
 */
export async function connect(
  { fetch, authorize, credentials, origin, canRefresh, hasMiddleware }: Connection,
  attempt: Attempt,
  request: Request,
): Promise<Response> {
  const { call, controller } = attempt;
  const { secrets } = call;
  const send = async (sent: Request, token?: string): Promise<Response> => {
    if (attempt.isOver) throw controller.signal.reason;
    if (token) {
      sent.headers.set("authorization", `Bearer ${token}`);
      hide(secrets, token);
    }
    call.sent += 1;
    try {
      // The signal costs as much as the rest of a call, and is made when it is asked for.
      return await fetch(sent, {
        get signal() {
          return controller.signal;
        },
      });
    } catch (thrown) {
      throw new ConnectionError("had no answer", { request: call.request, cause: withoutSecrets(thrown, secrets) });
    }
  };
  if (call.isAnonymous || !request.url.startsWith(`${origin}/`)) return send(request);
  // Middleware is shown the request again, with its answer.
  const own = hasMiddleware ? new Request(request) : request;
  const { message = own, takesToken = credentials } = (await authorize?.(own, call)) ?? {};
  if (!credentials || !takesToken || message.headers.has("authorization")) return send(message);
  const token = await credentials();
  const second = canRefresh && call.canResend && !call.hasRefreshed && message.clone();
  const response = await send(message, token);
  if (response.status !== 401 || !second) return response;
  call.hasRefreshed = true;
  const fresh = await credentials(token);
  if (fresh === token) return response;
  discard(response);
  return send(second, fresh);
}
