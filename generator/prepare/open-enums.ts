import { isReference, type OpenApiDocument, type Schema, type SchemaObject } from "../openapi";
import { tagKey } from "../discriminators/tags";
import { schemaOf } from "../references";
import { oncePer } from "../remembered";
import { resolveOperations } from "./operations";

/**
 * The schema objects with an enum that a response can reach, by identity in the document: a server may send a value that is newer
 * than the package, so their types stay open. An enum that only requests reach is closed.
 */
export const openEnums = oncePer((document: OpenApiDocument): ReadonlySet<SchemaObject> => {
  const seen = new Set<SchemaObject>();
  const pending: Schema[] = resolveOperations(document).flatMap(({ responses }) =>
    responses.flatMap(({ value }) =>
      Object.values(value.content ?? {}).flatMap(({ schema }) => (schema === undefined ? [] : [schema])),
    ),
  );
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    const value = schemaOf(document, schema);
    if (typeof value === "boolean" || seen.has(value)) continue;
    seen.add(value);
    for (const part of subschemas(value)) pending.push(part);
    // Beside a reference, 3.1 allows more.
    if (typeof schema === "object" && isReference(schema)) for (const part of subschemas(schema)) pending.push(part);
  }
  return new Set([...seen].filter(hasOpenEnum));
});

/** Schemas that a value of this schema holds, or may be. */
export function subschemas(schema: SchemaObject): Schema[] {
  const { items, additionalProperties, unevaluatedProperties, not } = schema;
  const { properties, patternProperties, prefixItems, allOf, oneOf, anyOf } = schema;
  const parts = [items, additionalProperties, unevaluatedProperties, not].filter((part) => part !== undefined);
  const named = [properties, patternProperties].flatMap((map) => (map === undefined ? [] : Object.values(map)));
  const listed = [prefixItems, allOf, oneOf, anyOf].flatMap((list) => list ?? []);
  return named.length + listed.length === 0 ? parts : [...parts, ...named, ...listed];
}

/** Strings and numbers may gain a value; a discriminator's tag, or an enum of one, is what tells alternatives apart and stays. */
function hasOpenEnum(schema: SchemaObject): boolean {
  if (tagKey in schema) return false;
  const { enum: values } = schema;
  const known = (values ?? []).filter((value) => value !== null);
  if (known.length < 2) return false;
  return known.every((value) => typeof value === "string") || known.every((value) => typeof value === "number");
}
