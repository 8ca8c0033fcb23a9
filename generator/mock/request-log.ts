import type { OpenApiDocument } from "../openapi";
import { securitySchemes } from "../security-schemes";
import { queryPairs } from "./request/pairs";
import type { ReceivedRequest } from "./request/received-request";

/** One request as a test asks for it. Nothing that authorises is in it: such values are `[redacted]`. */
export interface LoggedRequest {
  /** From 1. */
  readonly number: number;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Of an API call, as text; of a token request it is left out. */
  readonly body: string | undefined;
  /** The operationId, `token`, or nothing for a path that the document hasn't. */
  readonly operation: string | undefined;
  /** Of the answer; `undefined` where none was sent. */
  status: number | undefined;
  /** The fault that happened to it. */
  readonly fault: string | undefined;
}

const redacted = "[redacted]";
const longestBody = 10_000;
const secretHeaders = ["authorization", "proxy-authorization", "cookie"];

/** Remembers requests, without their credentials. */
export class RequestLog {
  private readonly requests: LoggedRequest[] = [];
  private readonly keys: { readonly header: ReadonlySet<string>; readonly query: ReadonlySet<string> };

  constructor(document: OpenApiDocument) {
    const schemes = [...securitySchemes(document).values()];
    const names = (location: string): string[] =>
      schemes.filter((scheme) => scheme.in === location).map(({ name = "" }) => name);
    this.keys = {
      header: new Set([...secretHeaders, ...names("header").map((name) => name.toLowerCase())]),
      query: new Set(["access_token", ...names("query")]),
    };
  }

  add(request: ReceivedRequest, operation: string | undefined, fault: string | undefined): LoggedRequest {
    const entry: LoggedRequest = {
      number: this.requests.length + 1,
      method: request.method,
      path: request.path,
      query: this.query(request.query),
      headers: this.headers(request),
      body: operation === "token" ? undefined : request.body?.toString("utf8").slice(0, longestBody),
      operation,
      status: undefined,
      fault,
    };
    this.requests.push(entry);
    return entry;
  }

  all(): readonly LoggedRequest[] {
    return this.requests.map((request) => ({ ...request }));
  }

  clear(): void {
    this.requests.length = 0;
  }

  private headers({ headers }: ReceivedRequest): Record<string, string> {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        this.keys.header.has(name) ? redacted : [value ?? ""].flat().join(", "),
      ]),
    );
  }

  private query(query: string): Record<string, string[]> {
    const found = new Map<string, string[]>();
    for (const [name, value] of queryPairs(query))
      found.set(name, [...(found.get(name) ?? []), this.keys.query.has(name) ? redacted : decode(value)]);
    return Object.fromEntries(found);
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
