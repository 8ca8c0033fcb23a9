import type { OpenApiDocument, Schema, SchemaObject } from "../openapi";
import { isAlternativeOf } from "../alternatives";
import { schemaOf } from "../references";

/**
 * A parent that has a schema among its alternatives, or among theirs, and that the schema names in allOf, is a part of it without them: else
 * each type would be made of the other, and TypeScript would have neither.
 */
export function withPlainParents(document: OpenApiDocument, schema: SchemaObject): SchemaObject {
  if (!Array.isArray(schema.allOf)) return schema;
  const plain = (part: Schema): Schema => {
    const parent = schemaOf(document, part);
    if (typeof parent !== "object" || !isAlternativeOf(document, schema, parent)) return part;
    const { oneOf: _oneOf, anyOf: _anyOf, discriminator: _discriminator, ...own } = parent;
    return own;
  };
  return { ...schema, allOf: schema.allOf.map(plain) };
}
