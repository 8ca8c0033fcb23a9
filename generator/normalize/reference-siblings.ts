import { isData, holdsNames } from "../name-maps";
import { isReference, type OpenApiDocument } from "../openapi";

/**
 * What stands beside a reference is ignored in 3.0 (Reference Object), but for the words: they change no value, and were written to be read. In
 * 3.1 a schema's siblings count, and elsewhere a summary and a description.
 */
export function withoutIgnoredSiblings(document: OpenApiDocument): OpenApiDocument {
  return document.openapi.startsWith("3.0") ? (strip(document, undefined) as OpenApiDocument) : document;
}

function strip(value: unknown, field: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(item, undefined));
  if (typeof value !== "object" || value === null) return value;
  if (!holdsNames(field) && isReference(value)) return { $ref: value.$ref, ...wordsOf(value) };
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value))
    result[key] = isData(field, key, member) ? member : strip(member, holdsNames(field) ? undefined : key);
  return result;
}

function wordsOf(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key === "summary" || key === "description"));
}
