import type { Fetch } from "./connect.js";
import type { AccessToken, AuthProvider } from "./credentials.js";
import { InvalidArgumentError } from "./errors.js";
import type { Logger, LogLevel } from "./hooks.js";
import type { CallSettings } from "./settings.js";

/** What a client is made of. All of it is optional where the document names a server. */
export interface ClientOptions extends CallSettings {
  /** Sent as `Authorization: Bearer …`, to the base URL's origin only. */
  readonly accessToken?: AccessToken | undefined;
  /** In place of `accessToken`: gives tokens, and new ones for those that the API refuses. */
  readonly auth?: AuthProvider | undefined;
  /** Where the API is; else the document's first server. HTTPS, or HTTP on this machine. */
  readonly baseUrl?: string | URL | undefined;
  /** Used in place of the global `fetch`; called with a `Request`, and `{ signal }` to be passed on. */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Added to the user agent, which names this package; browsers send their own. */
  readonly userAgent?: string | undefined;
  /** Where log lines go; `console` by default. */
  readonly logger?: Logger | undefined;
  /** What is logged; nothing (`off`) by default. */
  readonly logLevel?: LogLevel | undefined;
  /** Whether HTTP to another machine is allowed: tokens travel readable. */
  readonly allowInsecure?: boolean | undefined;
}

/** What one call may set for itself. */
export interface CallOptions extends CallSettings {
  /** Aborts the call; its reason becomes the `cause` of the `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** Added to, and in place of, the client's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A URL to send secrets to, without a trailing slash. The message does not repeat it: it may carry credentials. */
export function checkUrl(name: string, value: string | URL | undefined, allowInsecure?: boolean): string {
  const url = URL.canParse(String(value)) && new URL(String(value));
  // The whole of it is protocol, host and path: no credentials, no query, no fragment.
  if (
    url &&
    url.href === `${url.origin}${url.pathname}` &&
    (isSafe.test(url.origin) || (allowInsecure && /^http:/.test(url.origin)))
  )
    return url.href.replace(/\/+$/, "");
  throw new InvalidArgumentError(
    name,
    "must be a URL with https, or on this machine, without credentials, query and fragment",
  );
}

/** HTTPS, or a loopback address, which no one else listens to. */
const isSafe = /^(https:|http:\/\/((.+\.)?localhost|127(\.\d+){3}|\[::1])(:\d+)?$)/;
