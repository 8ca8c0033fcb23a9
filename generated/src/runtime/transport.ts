import { createUntypedClient, type UntypedClient } from "./openapi-fetch.js";
import { checkBaseUrl, checkHeaders, checkToken, type ClientOptions } from "./options.js";

/** What requests go through: one base URL, one set of credentials. Made by `createTransport`; its members are for the runtime. */
export interface Transport {
  /** Sends the named calls; credentials are put on by them. */
  readonly named: UntypedClient;
  /** The client's `raw`: openapi-fetch with credentials. */
  readonly raw: UntypedClient;
  /** The token for one request; `undefined` where the client has none. */
  readonly token: () => Promise<string | undefined>;
}

/** What a generated package says of itself. */
export interface TransportDefaults {
  readonly name: string;
  readonly version: string;
  readonly specVersion: string;
  readonly baseUrl?: string;
}

/** Checks the options and opens nothing. Throws an `InvalidArgumentError` for options that can't work. */
export function makeTransport(defaults: TransportDefaults, options: ClientOptions): Transport {
  const { accessToken, fetch: ownFetch } = options;
  if (accessToken !== undefined && typeof accessToken !== "function") checkToken(accessToken);
  const untyped = {
    baseUrl: checkBaseUrl(options.baseUrl ?? defaults.baseUrl, options.allowInsecure === true),
    // Read at call time, so that a global that is replaced later counts.
    fetch: (request: Request) => (ownFetch ?? globalThis.fetch)(request),
    redirect: "manual",
    headers: { ...userAgent(defaults, options.userAgent), ...checkHeaders(options.headers) },
  } as const;
  const token = async (): Promise<string | undefined> => {
    if (accessToken === undefined) return undefined;
    return checkToken(typeof accessToken === "function" ? await accessToken() : accessToken);
  };
  const raw = createUntypedClient(untyped);
  raw.use({
    onRequest: async ({ request }) => {
      const value = request.headers.has("authorization") ? undefined : await token();
      if (value !== undefined) request.headers.set("authorization", `Bearer ${value}`);
      return undefined;
    },
  });
  return { named: createUntypedClient(untyped), raw, token };
}

/** Names the package; a browser sends its own, and asks the API for leave when a page sets another. */
function userAgent(
  { name, version, specVersion }: TransportDefaults,
  suffix: string | undefined,
): Record<string, string> {
  if ("window" in globalThis && "document" in globalThis) return {};
  const own = `${name.replace(/^@/, "")}/${version} (spec ${specVersion.replace(/[^\x20-\x7e]/g, "")})`;
  return checkHeaders({ "User-Agent": suffix === undefined ? own : `${own} ${suffix}` });
}
