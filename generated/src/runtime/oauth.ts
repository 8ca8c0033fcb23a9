import { attempts, refused, type AnyResult, type Call } from "./attempts.js";
import { apiErrorOf } from "./api-error.js";
import { connect, type Connection, type Fetch } from "./connect.js";
import { checkToken, type AuthProvider } from "./credentials.js";
import { AuthError, InvalidArgumentError } from "./errors.js";
import { checkUrl } from "./options.js";
import { readText } from "./read-response.js";
import { defaultSettings } from "./settings.js";

/** What a token endpoint gave (RFC 6749, 5.1). */
export interface OAuthTokens {
  readonly accessToken: string;
  /** The one to keep: the endpoint's new one, else the one it was asked with. */
  readonly refreshToken: string | undefined;
  /** Seconds from now, as the endpoint says. */
  readonly expiresIn: number | undefined;
  readonly scope: string | undefined;
}

/** A client that a token endpoint knows. */
export interface OAuthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The token endpoint: HTTPS, or HTTP on this machine. */
  readonly tokenUrl: string | URL;
  /** The scopes to ask for; else the endpoint decides. */
  readonly scopes?: readonly string[] | undefined;
  /** Told of new tokens, to keep them. Calls that wait for a token go on when it has resolved; where it fails, they fail. */
  readonly onTokens?: ((tokens: OAuthTokens) => unknown) | undefined;
  /** Used in place of the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** The time in milliseconds, in place of `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Whether HTTP to another machine is allowed: secrets travel readable. */
  readonly allowInsecure?: boolean | undefined;
}

export type ClientCredentialsOptions = OAuthOptions;

export interface RefreshTokenOptions extends OAuthOptions {
  readonly refreshToken: string;
}

/** Tokens for the client itself (RFC 6749, 4.4). Throws an `InvalidArgumentError` for options that can't work. */
export function clientCredentials(options: ClientCredentialsOptions): AuthProvider {
  return provider(options, { grant_type: "client_credentials" });
}

/**
 * Tokens for a user, by a refresh token (RFC 6749, 6). The endpoint may give a new refresh token with each answer, after which the old
 * one is void: `onTokens` is there to keep it. Throws an `InvalidArgumentError` for options that can't work.
 */
export function oauth2RefreshToken(options: RefreshTokenOptions): AuthProvider {
  checkToken(options.refreshToken, "refreshToken");
  return provider(options, { grant_type: "refresh_token", refresh_token: options.refreshToken });
}

/** How long before its end a token is replaced: five minutes, or a tenth of a shorter life. */
const longestMargin = 300_000;

/** One request at a time, whoever asks; a token is asked for again when it is about to end, or was refused. */
function provider(options: OAuthOptions, grant: Record<string, string>): AuthProvider {
  const { onTokens, now = Date.now } = options;
  const endpoint = tokenEndpoint(options);
  let current: { readonly token: string; readonly end: number } | undefined;
  let pending: Promise<string> | undefined;
  const renew = async (): Promise<string> => {
    const start = now();
    const tokens = await endpoint(grant);
    if (tokens.refreshToken !== undefined) grant["refresh_token"] = tokens.refreshToken;
    try {
      await onTokens?.(tokens);
    } catch (cause) {
      throw new AuthError("onTokens failed: the new tokens are not kept", { cause });
    }
    const life = (tokens.expiresIn ?? Infinity) * 1000;
    current = { token: tokens.accessToken, end: start + life - Math.min(longestMargin, life / 10) };
    return current.token;
  };
  return {
    getToken: ({ refused }) => {
      if (current !== undefined && current.token !== refused && now() < current.end) return current.token;
      pending ??= renew().finally(() => (pending = undefined));
      return pending;
    },
  };
}

/** Asks for tokens, within the time and as often as any other POST; never throws anything but an `AuthError`. */
function tokenEndpoint(options: OAuthOptions): (grant: Record<string, string>) => Promise<OAuthTokens> {
  const { clientId, clientSecret, scopes, fetch: ownFetch } = options;
  for (const [name, value] of Object.entries({ clientId, clientSecret }))
    if (typeof value !== "string" || value === "")
      throw new InvalidArgumentError(name, "must be a string, and not empty");
  const url = checkUrl("tokenUrl", options.tokenUrl, options.allowInsecure);
  const basic = btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`);
  const connection: Connection = {
    origin: "",
    fetch: (request, init) => (ownFetch ?? globalThis.fetch)(request, init),
  };
  return async (grant) => {
    const body = new URLSearchParams({ ...grant, ...(scopes && { scope: scopes.join(" ") }) }).toString();
    const call: Call = {
      request: { operationId: "token", method: "POST", path: new URL(url).pathname },
      settings: { ...defaultSettings, maxResponseBytes: 1_000_000 },
      canResend: true,
      sent: 0,
      secrets: [basic, clientSecret, ...(grant["refresh_token"] === undefined ? [] : [grant["refresh_token"]])],
    };
    const result = await attempts(call, async (attempt) => {
      const headers = {
        Authorization: `Basic ${basic}`,
        "Content-Type": "application/x-www-form-urlencoded",
        Accept: "application/json",
      };
      const request = new Request(url, { method: "POST", redirect: "manual", headers, body });
      const response = await connect(connection, attempt, request);
      const data = objectOf((await readText(response, attempt)) ?? "");
      const { ok, status } = response;
      return ok ? { ok, status, data, response } : refused(apiErrorOf(call.request, response, data));
    });
    return tokensOf(result, grant);
  };
}

function tokensOf(result: AnyResult, grant: Record<string, string>): OAuthTokens {
  const { response } = result;
  if (result.ok) {
    const { access_token, refresh_token, expires_in, scope } = result.data as Record<string, unknown>;
    if (isToken(access_token)) {
      const refreshToken = isToken(refresh_token) ? refresh_token : grant["refresh_token"];
      const expiresIn = expires_in === undefined ? undefined : Number(expires_in) || 0;
      return {
        accessToken: access_token,
        refreshToken,
        expiresIn,
        scope: typeof scope === "string" ? scope : undefined,
      };
    }
    throw new AuthError("the token endpoint gave no access token", { response });
  }
  const { error, status = "nothing" } = result;
  // RFC 6749, 5.2: a code of its own, not the text beside it, which may repeat what was sent.
  const { error: code } = Object((error as { body?: unknown }).body) as { error?: unknown };
  const why = typeof code === "string" && /^[a-z_]+$/.test(code) ? `: ${code}` : "";
  throw new AuthError(`the token endpoint answered with ${status}${why}`, {
    response,
    cause: status === "nothing" ? error : undefined,
  });
}

function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
}

function objectOf(text: string): unknown {
  try {
    return Object(JSON.parse(text)) as unknown;
  } catch {
    return {};
  }
}
