/** The one place that knows openapi-fetch. */
import createOpenapiFetch, { type Client, type Middleware } from "openapi-fetch";

export type { Middleware } from "openapi-fetch";

/** openapi-fetch's client for a document's `paths`. */
export type RawClient<Paths extends object> = Client<Paths>;

/** openapi-fetch, with the types of no document: what is sent is described by an `Operation`. */
export interface UntypedClient {
  request(method: string, path: string, init: UntypedInit): Promise<UntypedResult>;
  readonly use: (...middleware: Middleware[]) => void;
  readonly eject: (...middleware: Middleware[]) => void;
}

/** What openapi-fetch is told about one request. */
export interface UntypedInit {
  readonly params?: { readonly path: object; readonly query?: object };
  /** Given the base URL with the path template after it. */
  readonly pathSerializer?: (url: string) => string;
  readonly bodySerializer?: (body: unknown) => RequestInit["body"];
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly parseAs?: "stream";
  readonly signal?: AbortSignal | null | undefined;
  readonly duplex?: "half";
  readonly fetch?: (request: Request) => Promise<Response>;
}

export interface UntypedResult {
  readonly data?: unknown;
  /** Of an answer that is not 2xx: its JSON, or its text. */
  readonly error?: unknown;
  readonly response: Response;
}

export interface UntypedOptions {
  readonly baseUrl: string;
  readonly redirect: "manual";
  readonly headers: Readonly<Record<string, string>>;
}

/** A client of openapi-fetch. The cast is the border between its types, made for one document, and ours, made for any. */
export function createUntypedClient(options: UntypedOptions): UntypedClient {
  return createOpenapiFetch<object>(options) as unknown as UntypedClient;
}
