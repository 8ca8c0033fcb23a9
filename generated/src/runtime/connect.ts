import type { Attempt, Call } from "./attempts.js";
import type { Credentials } from "./credentials.js";
import { ConnectionError } from "./errors.js";

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
  { fetch, authorize, credentials, origin, canRefresh }: Connection,
  { call, controller }: Attempt,
  request: Request,
): Promise<Response> {
  const { secrets } = call;
  const send = async (sent: Request, token?: string): Promise<Response> => {
    if (token) {
      sent.headers.set("authorization", `Bearer ${token}`);
      // A shorter one is no secret, and stands in any text.
      if (token.length > 7) secrets.push(token);
    }
    call.sent += 1;
    try {
      return await fetch(sent, controller);
    } catch (thrown) {
      const said = mask(String(thrown), secrets);
      // A cause that repeats a secret is replaced by what it says without it.
      const isSafe =
        said === String(thrown) && !secrets.some((secret) => (thrown as Error | undefined)?.stack?.includes(secret));
      throw new ConnectionError("had no answer", { request: call.request, cause: isSafe ? thrown : new Error(said) });
    }
  };
  if (call.isAnonymous || !request.url.startsWith(`${origin}/`)) return send(request);
  const { message = request, takesToken = credentials } = (await authorize?.(request, call)) ?? {};
  if (!credentials || !takesToken || message.headers.has("authorization")) return send(message);
  const token = await credentials();
  const second = canRefresh && call.canResend && !call.hasRefreshed && message.clone();
  const response = await send(message, token);
  if (response.status !== 401 || !second) return response;
  call.hasRefreshed = true;
  const fresh = await credentials(token);
  if (fresh === token) return response;
  void response.body?.cancel();
  return send(second, fresh);
}

/** Text without what must not be repeated. */
export function mask(text: string, secrets: readonly string[]): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, "***"), text);
}
