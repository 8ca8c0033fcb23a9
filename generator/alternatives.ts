import type { OpenApiDocument } from "./openapi";
import { dereference } from "./references";

/** Whether a schema is among the alternatives of another (oneOf, anyOf), or among theirs. References resolve; nothing else need be as it should. */
export function isAlternativeOf(document: OpenApiDocument, schema: unknown, parent: unknown): boolean {
  const seen = new Set<unknown>();
  const pending = [parent];
  while (pending.length > 0) {
    for (const alternative of alternatives(dereference(document, pending.pop()))) {
      const value = dereference<unknown>(document, alternative);
      if (value === schema) return true;
      if (seen.has(value)) continue;
      seen.add(value);
      pending.push(value);
    }
  }
  return false;
}

/** What a schema lists under oneOf and anyOf. */
export function alternatives(schema: unknown): object[] {
  return [...listed(schema, "oneOf"), ...listed(schema, "anyOf")];
}

/** The schemas of one of its lists. */
export function listed(schema: unknown, keyword: "allOf" | "oneOf" | "anyOf"): object[] {
  const list = typeof schema === "object" && schema !== null ? (schema as Record<string, unknown>)[keyword] : undefined;
  return Array.isArray(list) ? list.filter((part): part is object => typeof part === "object" && part !== null) : [];
}
