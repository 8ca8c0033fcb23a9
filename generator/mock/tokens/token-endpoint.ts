import type { OpenApiDocument } from "../../openapi";
import { securitySchemes } from "../../security-schemes";
import { jsonAnswer, type Answer } from "../answer/answer";
import { headerOf, type ReceivedRequest } from "../request/received-request";
import type { IssuedTokens, Tokens } from "./tokens";

/** What a token URL of the document grants. */
export interface TokenEndpoint {
  /** Of its URL, from the root of the server. */
  readonly path: string;
  /** All scopes of its flows. */
  readonly scopes: readonly string[];
}

/** The token and refresh URLs of every flow of every OAuth 2.0 scheme, by path. A relative one starts from `base`. */
export function tokenEndpointsOf(document: OpenApiDocument, base: string): TokenEndpoint[] {
  const schemes = [...securitySchemes(document).values()];
  const scopes = new Map<string, Set<string>>();
  for (const flow of schemes.flatMap(({ flows = {} }) => Object.values(flows))) {
    for (const url of [flow.tokenUrl, flow.refreshUrl]) {
      if (url === undefined || !URL.canParse(url, `http://127.0.0.1${base}/`)) continue;
      const { pathname } = new URL(url, `http://127.0.0.1${base}/`);
      scopes.set(pathname, new Set([...(scopes.get(pathname) ?? []), ...Object.keys(flow.scopes)]));
    }
  }
  return [...scopes].map(([path, own]) => ({ path, scopes: [...own] }));
}

/** An error of RFC 6749 §5.2. */
class TokenError extends Error {
  constructor(
    readonly code: string,
    readonly description: string,
    readonly status = 400,
  ) {
    super(code);
  }
}

/** Answers a token request (RFC 6749): a form, the client's id and secret in HTTP Basic or in the form. Nothing of it is repeated. */
export function answerTokenRequest(tokens: Tokens, endpoint: TokenEndpoint, request: ReceivedRequest): Answer {
  const unstored = { "cache-control": "no-store", pragma: "no-cache" };
  try {
    const form = formOf(request);
    checkClient(request, form);
    return jsonAnswer(200, grant(tokens, endpoint, form), unstored);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    const { status, code, description } = error;
    const challenge = status === 401 ? { "www-authenticate": 'Basic realm="token"' } : {};
    return jsonAnswer(status, { error: code, error_description: description }, { ...unstored, ...challenge });
  }
}

function formOf(request: ReceivedRequest): URLSearchParams {
  if (request.method !== "POST") throw new TokenError("invalid_request", "the method must be POST", 405);
  if (request.body === undefined) throw new TokenError("invalid_request", "the request is too long", 413);
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(headerOf(request, "content-type") ?? ""))
    throw new TokenError("invalid_request", "the content type must be application/x-www-form-urlencoded");
  const form = new URLSearchParams(request.body.toString("utf8"));
  const names = [...form.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new TokenError("invalid_request", "a parameter is given twice");
  return form;
}

function checkClient(request: ReceivedRequest, form: URLSearchParams): void {
  const [, basic] = /^basic ([a-z0-9+/]+=*)$/i.exec(headerOf(request, "authorization") ?? "") ?? [];
  const text = basic === undefined ? "" : Buffer.from(basic, "base64").toString("utf8");
  const isBasic = /^[^:]+:.+$/.test(text);
  if (isBasic || (form.get("client_id") && form.get("client_secret"))) return;
  throw new TokenError("invalid_client", "the Authorization header must be Basic id:secret in base64", 401);
}

function grant(tokens: Tokens, { scopes }: TokenEndpoint, form: URLSearchParams): IssuedTokens {
  switch (form.get("grant_type")) {
    case "authorization_code":
      if (!tokens.useCode(required(form, "code"))) throw new TokenError("invalid_grant", "the code has been used");
      return tokens.issue(scopes, true);
    case "refresh_token":
      return refresh(tokens, scopes, form);
    case "client_credentials":
      return tokens.issue(narrowed(form, scopes), false);
    case "password":
      required(form, "username");
      required(form, "password");
      return tokens.issue(narrowed(form, scopes), true);
    case null:
      throw new TokenError("invalid_request", "grant_type is missing");
    default:
      throw new TokenError("unsupported_grant_type", "the grant type is not known");
  }
}

function refresh(tokens: Tokens, all: readonly string[], form: URLSearchParams): IssuedTokens {
  const token = required(form, "refresh_token");
  narrowed(form, all);
  const scopes = tokens.useRefreshToken(token, all);
  if (scopes === undefined) throw new TokenError("invalid_grant", "the refresh token has been used, or is not known");
  return tokens.issue(narrowed(form, scopes), true);
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw new TokenError("invalid_request", `${name} is missing`);
  return value;
}

/** The scopes asked for, all where none is named. */
function narrowed(form: URLSearchParams, scopes: readonly string[]): readonly string[] {
  const asked = (form.get("scope") ?? "").split(/[ ,]/).filter((scope) => scope !== "");
  if (asked.some((scope) => !scopes.includes(scope)))
    throw new TokenError("invalid_scope", `known scopes: ${scopes.join(" ")}`);
  return asked.length === 0 ? scopes : asked;
}
