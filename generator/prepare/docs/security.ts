import { isBasic, securitySchemes, takesToken } from "../../security-schemes";
import { propertyKey } from "../encode";
import type { OpenApiDocument, SecurityRequirement, SecurityScheme } from "../../openapi";
import { block, blockCell } from "./description";
import { address, code, link, text } from "./markdown";
import { Slugger } from "./slug";
import type { SecuritySchemeDocs } from "./view";

/** The security schemes of the document, as the index shows them. */
export function securitySchemeDocs(document: OpenApiDocument): SecuritySchemeDocs[] {
  return [...securitySchemes(document)].map(([name, scheme]) => {
    const scopes = Object.values(scheme.flows ?? {}).flatMap((flow) => Object.entries(flow.scopes));
    return {
      name: text(name),
      kind: kindOf(scheme),
      description: block(scheme.description),
      facts: factsOf(scheme),
      hasScopes: scopes.length > 0,
      scopes: [...new Map(scopes)].map(([scope, description]) => ({
        name: code(scope).replaceAll("|", "\\|"),
        description: blockCell(description),
      })),
      howTo: howToOf(name, scheme),
    };
  });
}

/** One line for each alternative: `pinterest_oauth2 (OAuth2) with the scope ads:read`. */
export function authorisationLines(
  document: OpenApiDocument,
  security: readonly SecurityRequirement[],
  anchors: ReadonlyMap<string, string>,
): string[] {
  const schemes = securitySchemes(document);
  return security.map((requirement) => {
    const parts = Object.entries(requirement).map(([name, scopes]) => {
      const scheme = schemes.get(name)!;
      const label = link(text(name), `README.md#${anchors.get(name) ?? ""}`);
      const noun = scopes.length === 1 ? "the scope" : "the scopes";
      const described = scopes.map((scope) => `${code(scope)}${scopeText(scheme, scope)}`).join(", ");
      return `${label}: ${kindOf(scheme)}${flowText(scheme)}${scopes.length === 0 ? "" : `, ${noun} ${described}`}`;
    });
    return parts.length === 0 ? "nothing" : parts.join("; and ");
  });
}

/** How the examples authenticate: with the first alternative. */
export interface ExampleCredentials {
  /** Members of the client's options. */
  readonly options: readonly string[];
  /** Options of curl. */
  readonly curl: readonly string[];
}

/** Tokens and keys come from the environment; no example holds one. */
export function exampleCredentials(
  document: OpenApiDocument,
  security: readonly SecurityRequirement[],
): ExampleCredentials {
  const schemes = securitySchemes(document);
  const used = Object.keys(security[0] ?? {}).map((name) => [name, schemes.get(name)!] as const);
  const isBearer = used.some(([, scheme]) => takesToken(scheme));
  const credentials = used.flatMap(([name, scheme]) =>
    isBasic(scheme)
      ? [`${propertyKey(name)}: ${exampleUser}`]
      : scheme.type === "apiKey"
        ? [`${propertyKey(name)}: ${exampleKey}`]
        : [],
  );
  return {
    options: [
      ...(isBearer ? ["accessToken: process.env.ACCESS_TOKEN"] : []),
      ...(credentials.length === 0 ? [] : [`credentials: { ${credentials.join(", ")} }`]),
    ],
    curl: [
      ...(isBearer ? ['--header "Authorization: Bearer $ACCESS_TOKEN"'] : []),
      ...used.flatMap(([, scheme]) => (scheme.type === "apiKey" ? [curlKey(scheme)] : [])),
      ...(used.some(([, scheme]) => isBasic(scheme)) ? ['--user "$USERNAME:$PASSWORD"'] : []),
    ],
  };
}

const exampleKey = 'process.env.API_KEY ?? ""';
const exampleUser = '{ username: process.env.USERNAME ?? "", password: process.env.PASSWORD ?? "" }';

/** In double quotes, so that the shell puts the key in. */
function curlKey({ name = "", in: location }: SecurityScheme): string {
  const quoted = name.replace(/["$`\\]/g, "\\$&");
  if (location === "query") return `--url-query "${quoted}=$API_KEY"`;
  return location === "cookie" ? `--cookie "${quoted}=$API_KEY"` : `--header "${quoted}: $API_KEY"`;
}

/** Where each scheme's heading is on the index page. */
export function schemeAnchors(document: OpenApiDocument, before: readonly string[]): Map<string, string> {
  const slugger = new Slugger();
  before.forEach((heading) => slugger.slug(heading));
  return new Map([...securitySchemes(document).keys()].map((name) => [name, slugger.slug(name)]));
}

function kindOf({ type, scheme, in: location }: SecurityScheme): string {
  if (type === "oauth2") return "OAuth2";
  if (type === "apiKey") return `API key in a ${location === "query" ? "query parameter" : (location ?? "header")}`;
  if (type === "http") return `HTTP ${text(scheme ?? "")}`.trim();
  return type === "openIdConnect" ? "OpenID Connect" : "mutual TLS";
}

function factsOf({ type, name, bearerFormat, flows = {}, openIdConnectUrl }: SecurityScheme): string[] {
  return [
    ...(type === "apiKey" && name !== undefined ? [`Name: ${code(name)}`] : []),
    ...(bearerFormat === undefined ? [] : [`Bearer format: ${text(bearerFormat)}`]),
    ...(openIdConnectUrl === undefined ? [] : [`OpenID Connect URL: ${address(openIdConnectUrl)}`]),
    ...Object.entries(flows).flatMap(([flow, { authorizationUrl, tokenUrl, refreshUrl }]) => [
      `Flow: ${code(flow)}`,
      ...(authorizationUrl === undefined ? [] : [`Authorization URL: ${address(authorizationUrl)}`]),
      ...(tokenUrl === undefined ? [] : [`Token URL: ${address(tokenUrl)}`]),
      ...(refreshUrl === undefined ? [] : [`Refresh URL: ${address(refreshUrl)}`]),
    ]),
  ];
}

function howToOf(scheme: string, own: SecurityScheme): string {
  const { type } = own;
  if (takesToken(own)) {
    return `Give the client the token as ${code("accessToken")}, or a function that returns one; it is sent as ${code("Authorization: Bearer …")}.`;
  }
  if (type === "apiKey")
    return `Give the client the key, or a function that returns one: ${code(`credentials: { ${propertyKey(scheme)}: key }`)}.`;
  if (isBasic(own))
    return `Give the client both: ${code(`credentials: { ${propertyKey(scheme)}: { username, password } }`)}.`;
  if (type === "http") return `Give the client the header: ${code("headers: { Authorization: … }")}.`;
  return `Give the client a ${code("fetch")} of your own that adds it.`;
}

function flowText({ flows = {} }: SecurityScheme): string {
  const names = Object.keys(flows);
  return names.length === 0 ? "" : `, flow ${names.map(code).join(" or ")}`;
}

function scopeText({ flows = {} }: SecurityScheme, scope: string): string {
  const description = Object.values(flows)
    .map((flow) => flow.scopes[scope])
    .find((found) => found !== undefined);
  return description ? ` (${blockCell(description).replace(/\.$/, "")})` : "";
}
