import type { Authorize, Connection } from "./connect.js";
import { credentialsOf } from "./credentials.js";
import { logHooks } from "./hooks.js";
import { createUntypedClient, type Middleware, type UntypedClient } from "./openapi-fetch.js";
import { checkUrl, type ClientOptions } from "./options.js";
import { checkHeaders } from "./request.js";
import { defaultSettings, settingsOf, type Settings } from "./settings.js";

/** What calls go through: one base URL, one set of credentials. Made by `createTransport`. */
export interface Transport extends Connection {
  /** Adds openapi-fetch middleware, which sees every attempt of every call, without its token. */
  readonly use: (...middleware: Middleware[]) => void;
  /** openapi-fetch; what it fetches with is said with each request. */
  readonly client: UntypedClient;
  readonly settings: Settings;
}

/** What a generated package says of itself. */
export interface TransportDefaults {
  /** `name/version (spec version)`, in ASCII. */
  readonly userAgent: string;
  readonly baseUrl?: string;
  /** Puts what the document's security schemes take that are no tokens. */
  readonly authorize?: Authorize | undefined;
}

/** Checks the options and opens nothing. Throws an `InvalidArgumentError` for options that can't work. */
export function makeTransport(defaults: TransportDefaults, options: ClientOptions): Transport {
  const { accessToken, auth, fetch, logger = console, logLevel = "off", userAgent = "" } = options;
  const baseUrl = checkUrl("baseUrl", options.baseUrl ?? defaults.baseUrl, options.allowInsecure);
  // A browser sends its own, and asks the API for leave when a page sets another.
  const own: Record<string, string> =
    "document" in globalThis ? {} : { "User-Agent": `${defaults.userAgent} ${userAgent}`.trim() };
  const client = createUntypedClient({
    baseUrl,
    redirect: "manual",
    headers: checkHeaders({ ...own, ...options.headers }),
  });
  const transport: Transport = {
    client,
    use: (...middleware) => {
      transport.hasMiddleware = true;
      client.use(...middleware);
    },
    settings: settingsOf(
      { ...defaultSettings, hooks: logLevel === "off" ? [] : [logHooks(logger, logLevel)] },
      options,
    ),
    origin: new URL(baseUrl).origin,
    authorize: defaults.authorize,
    credentials: credentialsOf(accessToken, auth),
    canRefresh: !!auth,
    // Read at call time, so that a global that is replaced later counts.
    fetch: (request, init) => (fetch ?? globalThis.fetch)(request, init),
  };
  return transport;
}
