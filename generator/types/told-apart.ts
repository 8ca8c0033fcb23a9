import { ownTags, tagSchema, tagsOf } from "../discriminators/tags";
import type { OpenApiDocument, Schema, SchemaObject } from "../openapi";

/**
 * A union whose discriminator is said by its alternatives: an alternative for each value, where a component has several, for TypeScript tells
 * apart what has one. openapi-typescript would write the first union's values into the component, and of several the last.
 */
export function toldApart(document: OpenApiDocument, schema: SchemaObject): SchemaObject {
  const { discriminator, ...union } = schema;
  if (discriminator === undefined) return schema;
  const { propertyName } = discriminator;
  const tell = (part: Schema): Schema[] => {
    const own = ownTags(document, part, propertyName) ?? [];
    const tags = tagsOf(document, schema, part) ?? [];
    if (own.length <= 1 || tags.length === 0) return [part];
    return tags.map((tag) => ({ allOf: [part, tagPart(propertyName, tag)] }));
  };
  return {
    ...union,
    ...(union.oneOf && { oneOf: union.oneOf.flatMap(tell) }),
    ...(union.anyOf && { anyOf: union.anyOf.flatMap(tell) }),
  };
}

function tagPart(propertyName: string, tag: string): SchemaObject {
  return { type: "object", required: [propertyName], properties: { [propertyName]: tagSchema([tag]) } };
}
