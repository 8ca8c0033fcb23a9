import type { OpenApiDocument, Schema, SchemaObject } from "../openapi";
import { schemaOf } from "../references";

/**
 * What a schema with allOf, or a part of it, requires may be a property of another part, or of a part of that. openapi-typescript looks for it
 * in the parts when the whole requires it, which means the same, and no deeper: what is deeper is said once more, in a part of its own.
 */
export function withRequiredElsewhere(document: OpenApiDocument, schema: SchemaObject): SchemaObject {
  if (!Array.isArray(schema.allOf)) return schema;
  const required = [...new Set([...(schema.required ?? []), ...schema.allOf.flatMap(requiredOfOthers)])];
  if (required.length === 0) return schema;
  const near = [schema, ...schema.allOf.map((part) => schemaOf(document, part))];
  const isDeep = (name: string): boolean => near.every((part) => propertyOf(part, name) === undefined);
  const deep = required.filter(isDeep).flatMap((name) => {
    const property = find(document, schema, name, new Set());
    return property === undefined ? [] : [[name, property] as const];
  });
  const more = { type: "object", required: deep.map(([name]) => name), properties: Object.fromEntries(deep) };
  const parts = [...schema.allOf.filter((part) => !onlyRequires(part)), ...(deep.length === 0 ? [] : [more])];
  return { ...schema, required, allOf: parts.length === 0 ? schema.allOf : parts };
}

/** A part that says no more than what the whole says by now. Of an object without properties, openapi-typescript makes one that takes any. */
function onlyRequires(part: Schema): boolean {
  if (typeof part !== "object" || part.required === undefined) return false;
  const says = Object.keys(part).filter((key) => !["required", "title", "description", "example"].includes(key));
  return says.every((key) => key === "type" && part.type === "object");
}

/** What a part requires and is no property of its own: of those that are, openapi-typescript knows. */
function requiredOfOthers(part: Schema): string[] {
  if (typeof part !== "object" || !Array.isArray(part.required)) return [];
  return part.required.filter((name) => propertyOf(part, name) === undefined);
}

function find(document: OpenApiDocument, schema: Schema, name: string, seen: Set<Schema>): Schema | undefined {
  const value = schemaOf(document, schema);
  if (typeof value !== "object" || seen.has(value)) return undefined;
  seen.add(value);
  const own = propertyOf(value, name);
  if (own !== undefined) return own;
  for (const part of value.allOf ?? []) {
    const found = find(document, part, name, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function propertyOf(schema: Schema, name: string): Schema | undefined {
  const properties = typeof schema === "object" ? (schema.properties ?? {}) : {};
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}
