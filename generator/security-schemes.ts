import type { OpenApiDocument, SecurityScheme } from "./openapi";
import { dereference } from "./references";

/** The document's security schemes by name, in its order. */
export function securitySchemes(document: OpenApiDocument): Map<string, SecurityScheme> {
  const schemes = Object.entries(document.components?.securitySchemes ?? {});
  return new Map(schemes.map(([name, scheme]) => [name, dereference<SecurityScheme>(document, scheme)]));
}

/** Whether a scheme takes a token: `accessToken` or `auth`. */
export function takesToken({ type, scheme }: SecurityScheme): boolean {
  return type === "oauth2" || type === "openIdConnect" || (type === "http" && scheme?.toLowerCase() === "bearer");
}

/** Whether a scheme takes a user and a password. */
export function isBasic({ type, scheme }: SecurityScheme): boolean {
  return type === "http" && scheme?.toLowerCase() === "basic";
}

/** Whether a scheme takes a key, or a user and a password: a member of `credentials`. */
export function isKeyed(scheme: SecurityScheme): boolean {
  return scheme.type === "apiKey" || isBasic(scheme);
}
