import type { OpenApiDocument, Schema, SchemaObject } from "../../openapi";
import { dereference } from "../../references";

/** The schema objects that together say what a value may be: the schema, and what it refers to and combines, each once. */
export function partsOf(document: OpenApiDocument, schema: Schema | undefined): SchemaObject[] {
  const parts = new Set<SchemaObject>();
  const visit = (value: Schema): void => {
    if (typeof value === "boolean" || parts.has(value)) return;
    parts.add(value);
    if (value.$ref !== undefined) visit(dereference<Schema>(document, value));
    for (const part of [...(value.allOf ?? []), ...(value.oneOf ?? []), ...(value.anyOf ?? [])]) visit(part);
  };
  if (schema !== undefined) visit(schema);
  return [...parts];
}

/** The types that a value may have; empty where nothing is said. */
export function typesIn(parts: readonly SchemaObject[]): Set<string> {
  const said = parts.flatMap(({ type, nullable }) => [type ?? [], nullable === true ? "null" : []].flat());
  if (parts.some(({ properties }) => properties !== undefined)) said.push("object");
  if (parts.some(({ items }) => items !== undefined)) said.push("array");
  return new Set(said);
}

/** The schema of a list's items. */
export function itemsIn(parts: readonly SchemaObject[]): Schema | undefined {
  return parts.find(({ items }) => items !== undefined)?.items;
}

/** The schema of a member, by its name; of the members that have none of their own, else. */
export function memberIn(parts: readonly SchemaObject[], name: string): Schema | undefined {
  const owner = parts.find(({ properties = {} }) => Object.hasOwn(properties, name));
  if (owner !== undefined) return owner.properties![name];
  return parts.find(({ additionalProperties }) => typeof additionalProperties === "object")?.additionalProperties;
}

/** The names of all members that are said. */
export function memberNames(parts: readonly SchemaObject[]): string[] {
  return [...new Set(parts.flatMap(({ properties = {} }) => Object.keys(properties)))];
}
