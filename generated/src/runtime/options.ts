import { InvalidArgumentError } from "./errors.js";

/** A token, or a function that gives one; it is called for every request. */
export type AccessToken = string | (() => string | Promise<string>);

/** What a client is made of. All of it is optional where the document names a server. */
export interface ClientOptions {
  /** Sent as `Authorization: Bearer …`, to the base URL's origin only. */
  readonly accessToken?: AccessToken | undefined;
  /** Where the API is; else the document's first server. HTTPS, or HTTP on this machine. */
  readonly baseUrl?: string | URL | undefined;
  /** Used in place of the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Added to the user agent, which names this package; browsers send their own. */
  readonly userAgent?: string | undefined;
  /** Whether HTTP to another machine is allowed: tokens travel readable. */
  readonly allowInsecure?: boolean | undefined;
}

/** What one call may set for itself. */
export interface CallOptions {
  /** Aborts the call; its reason becomes the `cause` of the `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** Added to, and in place of, the client's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A base URL without a trailing slash. Messages never repeat one that carries credentials. */
export function checkBaseUrl(value: string | URL | undefined, allowInsecure: boolean): string {
  if (value === undefined || String(value) === "") {
    throw new InvalidArgumentError("baseUrl", "baseUrl is missing: the document names no server");
  }
  if (!URL.canParse(String(value))) throw new InvalidArgumentError("baseUrl", "baseUrl is not an absolute URL");
  const url = new URL(String(value));
  if (url.username !== "" || url.password !== "")
    throw new InvalidArgumentError("baseUrl", "baseUrl must not carry credentials");
  if (url.search !== "" || url.hash !== "")
    throw new InvalidArgumentError("baseUrl", "baseUrl must have no query and no fragment");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && (allowInsecure || isLoopback(url.hostname)))) {
    throw new InvalidArgumentError(
      "baseUrl",
      `baseUrl must begin with https://, or be on this machine, not ${url.protocol}//${url.host}`,
    );
  }
  return url.href.replace(/\/+$/, "");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** A token that can stand in a header (RFC 6750, 2.1). The message does not repeat it. */
export function checkToken(token: unknown): string {
  if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) {
    throw new InvalidArgumentError(
      "accessToken",
      "accessToken must be a string of visible ASCII characters, and not empty",
    );
  }
  return token;
}

/** Headers whose names are tokens and whose values stay on their line (RFC 9110, 5.5). The message does not repeat a value. */
export function checkHeaders(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
      throw new InvalidArgumentError("headers", "headers has a name that is not a token");
    if (typeof value !== "string" || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      throw new InvalidArgumentError("headers", `the header ${name} must be a string without line breaks, in Latin-1`);
    }
  }
  return headers;
}
