import type { Authorize } from "./connect.js";
import type { AccessToken } from "./credentials.js";
import { AuthError, InvalidArgumentError } from "./errors.js";
import { isHeaderValue } from "./request.js";

/** A user and a password (RFC 7617), or a function that gives them; it is called for every attempt. */
export type BasicCredentials = UserAndPassword | (() => UserAndPassword | Promise<UserAndPassword>);

export interface UserAndPassword {
  readonly username: string;
  readonly password: string;
}

/** A Security Scheme Object that takes no token. */
export interface SchemeDescriptor {
  /** Of the header, the query parameter or the cookie. */
  readonly name: string;
  readonly put: (request: Request, name: string, secret: string) => Request;
  /** Writes what the caller gives; absent: it is text. */
  readonly encode?: (given: unknown) => string;
}

/** The client's options that say who calls. */
export interface SchemeOptions {
  readonly accessToken?: unknown;
  readonly auth?: unknown;
  /** By security scheme. */
  readonly credentials?: { readonly [Scheme in string]?: AccessToken | BasicCredentials | undefined } | undefined;
}

/**
 * Puts what an operation's security takes (OpenAPI, Security Requirement Object): of its first alternative of which all is given; without
 * alternatives, all that is given. `undefined`: nothing is. Throws an `InvalidArgumentError` for a scheme that is none.
 */
export function authorizeBy(
  schemes: Readonly<Record<string, SchemeDescriptor>>,
  { accessToken, auth, credentials = {} }: SchemeOptions,
): Authorize | undefined {
  const given = new Map(Object.entries(credentials).filter(([, source]) => source !== undefined));
  for (const name of given.keys())
    if (!Object.hasOwn(schemes, name)) throw new InvalidArgumentError(`credentials.${name}`, "is no security scheme");
  const hasToken = accessToken !== undefined || auth !== undefined;
  const takesToken = (name: string): boolean => !Object.hasOwn(schemes, name);
  return given.size === 0
    ? undefined
    : async (request, { security, secrets }) => {
        const isGiven = (name: string): boolean => (takesToken(name) ? hasToken : given.has(name));
        const names = security ? security.find((alternative) => alternative.every(isGiven)) : [...given.keys()];
        let message = request;
        for (const name of names?.filter((own) => !takesToken(own)) ?? []) {
          const { name: place, put, encode = String } = schemes[name]!;
          const secret = await secretOf(name, given.get(name), encode);
          // A shorter one is no secret, and stands in any text.
          if (secret.length > 7) secrets.push(secret, encodeURIComponent(secret));
          message = put(message, place, secret);
        }
        return { message, takesToken: !security || (names ?? []).some(takesToken) };
      };
}

async function secretOf(scheme: string, source: unknown, encode: (given: unknown) => string): Promise<string> {
  try {
    const given = await (typeof source === "function" ? (source as () => unknown)() : source);
    const secret = encode(given);
    if (given !== undefined && secret !== "" && isHeaderValue(secret)) return secret;
  } catch (cause) {
    throw new AuthError(`has no credentials.${scheme}`, { cause });
  }
  throw new InvalidArgumentError(`credentials.${scheme}`, "must be one line of Latin-1, and not empty");
}

/** An API key in a header. The caller's own of that name stays. */
export function putKeyInHeader(request: Request, name: string, secret: string): Request {
  if (!request.headers.has(name)) request.headers.set(name, secret);
  return request;
}

/** An API key in a cookie. A browser sends its own cookies only. */
export function putKeyInCookie(request: Request, name: string, secret: string): Request {
  const others = request.headers.get("cookie");
  request.headers.set("cookie", `${others === null ? "" : `${others}; `}${name}=${encodeURIComponent(secret)}`);
  return request;
}

/** An API key in the query. */
export function putKeyInQuery(request: Request, name: string, secret: string): Request {
  const separator = request.url.includes("?") ? "&" : "?";
  return new Request(`${request.url}${separator}${encodeURIComponent(name)}=${encodeURIComponent(secret)}`, request);
}

/** User and password as the `Authorization` header has them (RFC 7617, 2), in UTF-8. */
export function encodeBasic(given: unknown): string {
  const { username, password } = Object(given) as Partial<UserAndPassword>;
  if (typeof username !== "string" || typeof password !== "string" || username.includes(":"))
    throw new TypeError("username and password must be strings, and username have no colon");
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)))}`;
}
