import { dereference } from "../../references";
import type { OpenApiDocument, SecurityScheme } from "../../openapi";
import { jsonLiteral, propertyKey } from "../encode";
import { block } from "../docs/description";
import type { ResolvedOperation } from "../operations";
import type { SchemeCode } from "../view";
import { docComment } from "./comment";

const putOf = { header: "putKeyInHeader", query: "putKeyInQuery", cookie: "putKeyInCookie" } as const;

/** The document's security schemes that take no token, by name. */
export function keyedSchemes(document: OpenApiDocument): Map<string, SecurityScheme> {
  const schemes = Object.entries(document.components?.securitySchemes ?? {}).map(
    ([name, scheme]) => [name, dereference<SecurityScheme>(document, scheme)] as const,
  );
  return new Map(schemes.filter(([, scheme]) => isKeyed(scheme)));
}

/** Whether a caller gives a key, or a user and a password. */
function isKeyed(scheme: SecurityScheme): boolean {
  return scheme.type === "apiKey" || isBasic(scheme);
}

export function isBasic({ type, scheme }: SecurityScheme): boolean {
  return type === "http" && scheme?.toLowerCase() === "basic";
}

/** Each as a member of the client's `credentials`, and how the runtime sends it. */
export function schemesCode(document: OpenApiDocument): SchemeCode[] {
  return [...keyedSchemes(document)].map(([name, scheme]) => {
    const place = scheme.name ?? "";
    const location = scheme.in ?? "header";
    const fact = isBasic(scheme)
      ? "User and password (HTTP Basic)."
      : `An API key, sent in the ${location === "query" ? "query parameter" : location} \`${place}\`.`;
    return {
      key: propertyKey(name),
      comment: docComment({ paragraphs: [block(scheme.description) || undefined, fact], isDeprecated: false }),
      type: isBasic(scheme) ? "BasicCredentials" : "AccessToken",
      literal: isBasic(scheme)
        ? '{ name: "Authorization", put: putKeyInHeader, encode: encodeBasic }'
        : `${jsonLiteral({ name: place }).replace(/ }$/, "")}, put: ${putOf[location]} }`,
    };
  });
}

/** What `src/transport.ts` imports from the runtime where there are such schemes. */
export function schemeImports(schemes: readonly SchemeCode[]): string[] {
  const code = schemes.map(({ literal }) => literal.replace(/"(?:[^"\\]|\\.)*"/g, "")).join("\n");
  const functions = ["encodeBasic", ...Object.values(putOf)].filter((name) => code.includes(`: ${name}`));
  const types = [...new Set(schemes.map(({ type }) => type))].sort();
  return [
    ...["authorizeBy", "makeTransport", ...functions].sort(),
    ...[...types, "ClientOptions as RuntimeOptions", "Transport"].map((name) => `type ${name}`),
  ];
}

/**
 * The alternatives of an operation as the runtime chooses among them, names of schemes; `false`: whatever the client has. Left out:
 * "nothing", mutual TLS, which the connection does by itself, and alternatives that the client has no option for.
 */
export function securityLiteral(document: OpenApiDocument, { security }: ResolvedOperation): string | false {
  if (keyedSchemes(document).size === 0 || security.length === 0) return false;
  const schemeOf = (name: string): SecurityScheme =>
    dereference<SecurityScheme>(document, document.components!.securitySchemes![name]!);
  const alternatives = security
    .map((requirement) => Object.keys(requirement).filter((name) => schemeOf(name).type !== "mutualTLS"))
    .filter(
      (names) => names.length > 0 && names.every((name) => isKeyed(schemeOf(name)) || takesToken(schemeOf(name))),
    );
  return jsonLiteral(alternatives);
}

/** Whether a scheme takes a token: `accessToken` or `auth`. */
export function takesToken({ type, scheme }: SecurityScheme): boolean {
  return type === "oauth2" || type === "openIdConnect" || (type === "http" && scheme?.toLowerCase() === "bearer");
}
