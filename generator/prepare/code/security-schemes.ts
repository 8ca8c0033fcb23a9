import type { OpenApiDocument, SecurityScheme } from "../../openapi";
import { isBasic, isKeyed, securitySchemes, takesToken } from "../../security-schemes";
import { jsonLiteral, propertyKey } from "../encode";
import { block } from "../docs/description";
import type { ResolvedOperation } from "../operations";
import type { SchemeCode } from "../view";
import { docComment } from "./comment";
import { functionsNamed, literalWith } from "./descriptors";

const putOf = { header: "putKeyInHeader", query: "putKeyInQuery", cookie: "putKeyInCookie" } as const;

/** The document's security schemes that take no token, by name. */
function keyedSchemes(document: OpenApiDocument): [string, SecurityScheme][] {
  return [...securitySchemes(document)].filter(([, scheme]) => isKeyed(scheme));
}

/** Each as a member of the client's `credentials`, and how the runtime sends it. */
export function schemesCode(document: OpenApiDocument): SchemeCode[] {
  return keyedSchemes(document).map(([name, scheme]) => {
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
        ? literalWith({ name: "Authorization" }, { put: putOf.header, encode: "encodeBasic" })
        : literalWith({ name: place }, { put: putOf[location] }),
    };
  });
}

/** What `src/transport.ts` imports from the runtime where there are such schemes. */
export function schemeImports(schemes: readonly SchemeCode[]): string[] {
  const functions = functionsNamed(schemes.map(({ literal }) => literal));
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
  const schemes = securitySchemes(document);
  if (security.length === 0 || ![...schemes.values()].some(isKeyed)) return false;
  const alternatives = security
    .map((requirement) => Object.keys(requirement).map((name) => [name, schemes.get(name)!] as const))
    .map((parts) => parts.filter(([, { type }]) => type !== "mutualTLS"))
    .filter((parts) => parts.length > 0 && parts.every(([, scheme]) => isKeyed(scheme) || takesToken(scheme)))
    .map((parts) => parts.map(([name]) => name));
  return jsonLiteral(alternatives);
}
