import type { Authorize } from "./connect.js";
import { AuthError, InvalidArgumentError } from "./errors.js";
import { isHeaderValue } from "./request.js";
import { hide } from "./secrets.js";
import { encode } from "./serialize.js";

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
  readonly put: (request: Request, name: string, secret: string) => Request | Promise<Request>;
  /** Writes what the caller gives, and says what of it is secret; absent: it is text. */
  readonly encode?: (given: unknown) => readonly string[];
}

/** The client's options that say who calls. */
export interface SchemeOptions {
  readonly accessToken?: unknown;
  readonly auth?: unknown;
  /** By security scheme. */
  readonly credentials?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Puts what an operation's security takes (OpenAPI, Security Requirement Object): of its first alternative of which all is given, or else
 * some; without alternatives, all that is given. Throws an `InvalidArgumentError` for a scheme that is none, and for a value that can't be sent.
 */
export function authorizeBy(
  schemes: Readonly<Record<string, SchemeDescriptor>>,
  { accessToken, auth, credentials = {} }: SchemeOptions,
): Authorize {
  const sources = new Map(Object.entries(credentials).filter(([, source]) => source !== undefined));
  for (const [name, source] of sources) {
    if (!Object.hasOwn(schemes, name)) throw new InvalidArgumentError(`credentials.${name}`, "is no security scheme");
    if (typeof source !== "function") textsOf(name, schemes[name]!, source);
  }
  const hasToken = accessToken !== undefined || auth !== undefined;
  const takesToken = (name: string): boolean => !Object.hasOwn(schemes, name);
  const isGiven = (name: string): boolean => (takesToken(name) ? hasToken : sources.has(name));
  return async (request, { security, secrets }) => {
    const chosen =
      security?.find((names) => names.every(isGiven)) ?? security?.find((names) => names.some(isGiven)) ?? [];
    let message = request;
    for (const name of (security ? chosen : [...sources.keys()]).filter((own) => sources.has(own))) {
      const texts = await textsFrom(name, schemes[name]!, sources.get(name));
      hide(secrets, ...texts, ...texts.map(encode));
      message = await schemes[name]!.put(message, schemes[name]!.name, texts[0]!);
    }
    return { message, takesToken: !security || chosen.some(takesToken) };
  };
}

async function textsFrom(name: string, scheme: SchemeDescriptor, source: unknown): Promise<readonly string[]> {
  let given: unknown;
  try {
    given = await (typeof source === "function" ? (source as () => unknown)() : source);
  } catch (cause) {
    throw new AuthError(`has no credentials.${name}`, { cause });
  }
  return textsOf(name, scheme, given);
}

/** What is sent, then what else of it is secret. */
function textsOf(
  name: string,
  { encode: textOf = (text) => [text as string] }: SchemeDescriptor,
  given: unknown,
): readonly string[] {
  const texts = textOf(given);
  if (texts.every((text) => typeof text === "string" && text !== "") && isHeaderValue(texts[0]!)) return texts;
  throw new InvalidArgumentError(`credentials.${name}`, "must be one line of Latin-1, and not empty");
}

/** An API key in a header. The caller's own of that name stays. */
export function putKeyInHeader(request: Request, name: string, secret: string): Request {
  if (!request.headers.has(name)) request.headers.set(name, secret);
  return request;
}

/** An API key in a cookie. A browser sends its own cookies only. */
export function putKeyInCookie(request: Request, name: string, secret: string): Request {
  const others = request.headers.get("cookie");
  request.headers.set("cookie", `${others === null ? "" : `${others}; `}${name}=${encode(secret)}`);
  return request;
}

/** What makes a request but for its URL and its body. */
const copied = [
  ...(["method", "headers", "mode", "credentials", "cache", "redirect"] as const),
  ...(["referrer", "referrerPolicy", "integrity", "keepalive", "signal"] as const),
];

/** An API key in the query. */
export async function putKeyInQuery(request: Request, name: string, secret: string): Promise<Request> {
  const url = `${request.url}${request.url.includes("?") ? "&" : "?"}${encode(name)}=${encode(secret)}`;
  if (request.method === "GET" || request.method === "HEAD") return new Request(url, request);
  // A request that is made of another sends its body as a stream, which not every runtime and server can.
  const init = Object.fromEntries(copied.map((member) => [member, request[member]]));
  const body = await request.arrayBuffer();
  return new Request(url, body.byteLength === 0 ? init : { ...init, body });
}

/** User and password as the `Authorization` header has them (RFC 7617, 2), in UTF-8. */
export function encodeBasic(given: unknown): readonly string[] {
  const { username, password } = Object(given) as Partial<UserAndPassword>;
  if (typeof username !== "string" || typeof password !== "string" || username.includes(":")) return [""];
  const text = btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
  return [`Basic ${text}`, text, ...(password === "" ? [] : [password])];
}
