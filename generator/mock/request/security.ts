import type { OpenApiDocument, SecurityScheme } from "../../openapi";
import type { ResolvedOperation } from "../../prepare/operations";
import { dereference } from "../../references";
import { Refusal } from "../answer/answer";
import { cookiePairs, queryPairs } from "./pairs";
import { headerOf, type ReceivedRequest } from "./received-request";

/** What is known of a bearer token: `good`, with the scopes it was issued for if it was issued here; or no longer. */
export type TokenState = { readonly isGood: true; readonly scopes?: readonly string[] } | { readonly isGood: false };

/** Throws a `Refusal`, 401 or 403, unless the request satisfies one of the operation's alternatives. */
export function checkSecurity(
  document: OpenApiDocument,
  { security }: ResolvedOperation,
  request: ReceivedRequest,
  stateOf: (token: string) => TokenState,
): void {
  if (security.length === 0) return;
  const outcomes = security.map((requirement) => {
    const each = Object.entries(requirement).map(([name, scopes]) =>
      checkScheme(schemeOf(document, name), scopes, request, stateOf),
    );
    return each.find((problem) => problem !== undefined);
  });
  if (outcomes.includes(undefined)) return;
  throw outcomes.find((refusal) => refusal?.status === 403) ?? outcomes[0]!;
}

function schemeOf(document: OpenApiDocument, name: string): SecurityScheme {
  return dereference<SecurityScheme>(document, document.components!.securitySchemes![name]!);
}

function checkScheme(
  scheme: SecurityScheme,
  scopes: readonly string[],
  request: ReceivedRequest,
  stateOf: (token: string) => TokenState,
): Refusal | undefined {
  switch (scheme.type) {
    case "oauth2":
    case "openIdConnect":
      return checkBearer(scopes, request, stateOf);
    case "http":
      return checkHttp(scheme.scheme ?? "", request, stateOf);
    case "apiKey":
      return apiKeyOf(scheme, request)
        ? undefined
        : unauthorized(`the ${scheme.in ?? "header"} ${scheme.name ?? ""} is missing`);
    case "mutualTLS":
      return undefined;
  }
}

function checkHttp(
  name: string,
  request: ReceivedRequest,
  stateOf: (token: string) => TokenState,
): Refusal | undefined {
  if (/^bearer$/i.test(name)) return checkBearer([], request, stateOf);
  const credentials = credentialsOf(request, name);
  if (credentials === undefined) return unauthorized(`the Authorization header must be ${name} …`, name);
  if (!/^basic$/i.test(name) || Buffer.from(credentials, "base64").toString().includes(":")) return undefined;
  return unauthorized("the credentials must be name:password in base64", name);
}

function checkBearer(
  scopes: readonly string[],
  request: ReceivedRequest,
  stateOf: (token: string) => TokenState,
): Refusal | undefined {
  const token = credentialsOf(request, "Bearer");
  if (token === undefined) return unauthorized("the Authorization header must be Bearer …", "Bearer");
  const state = stateOf(token);
  if (!state.isGood)
    return unauthorized("the access token has expired or is not known", 'Bearer error="invalid_token"');
  const lacking = state.scopes === undefined ? [] : scopes.filter((scope) => !state.scopes!.includes(scope));
  if (lacking.length === 0) return undefined;
  return new Refusal(403, [`the access token lacks the scope ${lacking.join(" ")}`], {
    "www-authenticate": 'Bearer error="insufficient_scope"',
  });
}

function unauthorized(problem: string, challenge?: string): Refusal {
  return new Refusal(401, [problem], challenge === undefined ? {} : { "www-authenticate": challenge });
}

/** What follows the scheme's name in the Authorization header. */
function credentialsOf(request: ReceivedRequest, scheme: string): string | undefined {
  const header = headerOf(request, "authorization") ?? "";
  const at = header.indexOf(" ");
  const credentials = header.slice(at + 1).trim();
  return at > 0 && header.slice(0, at).toLowerCase() === scheme.toLowerCase() && credentials !== ""
    ? credentials
    : undefined;
}

function apiKeyOf({ in: location, name = "" }: SecurityScheme, request: ReceivedRequest): string | undefined {
  if (location === "header") return headerOf(request, name);
  const pairs = location === "query" ? queryPairs(request.query) : cookiePairs(headerOf(request, "cookie"));
  return pairs.find(([key]) => key === name)?.[1];
}
