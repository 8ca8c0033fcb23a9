import { isReference, type OpenApiDocument, type Schema, type SchemaObject } from "../openapi";
import { schemaName } from "../prepare/operations";
import { dereference } from "../references";

/** A schema, and where it stands in its document. */
export interface Located {
  readonly schema: Schema;
  readonly pointer: string;
}

/** A schema with its references followed and its `allOf` merged: what a value must be, wherever that is written. */
export interface FlatSchema {
  readonly keywords: SchemaObject;
  readonly properties: ReadonlyMap<string, Located>;
  readonly items: Located | undefined;
}

/** Keywords that say something about a schema and nothing about its values. */
const annotations = new Set(
  "title description nullable default example examples deprecated readOnly writeOnly type externalDocs".split(" "),
);

/** Merges; where two parts say the same keyword, the outer one counts. */
export function flatten(document: OpenApiDocument, located: Located): FlatSchema {
  const keywords: Record<string, unknown> = {};
  const properties = new Map<string, Located>();
  let items: Located | undefined;
  for (const { schema, pointer } of partsOf(document, located)) {
    for (const [key, value] of Object.entries(schema)) {
      if (key !== "allOf" && key !== "properties" && key !== "items") keywords[key] ??= value;
    }
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!properties.has(name)) properties.set(name, { schema: property, pointer: join(pointer, "properties", name) });
    }
    if (schema.items !== undefined) items ??= { schema: schema.items, pointer: join(pointer, "items") };
  }
  return { keywords: keywords, properties, items };
}

/** The schema objects that together describe a value, outermost first. */
function partsOf(
  document: OpenApiDocument,
  located: Located,
  seen = new Set<Schema>(),
): { schema: SchemaObject; pointer: string }[] {
  const { schema, pointer } = located;
  if (typeof schema === "boolean" || seen.has(schema)) return [];
  seen.add(schema);
  const target = isReference(schema)
    ? partsOf(
        document,
        { schema: dereference<Schema>(document, schema), pointer: lastReference(document, schema) },
        seen,
      )
    : [];
  const { $ref: _, ...own } = schema;
  const all = (schema.allOf ?? []).flatMap((part, index) =>
    partsOf(document, { schema: part, pointer: join(pointer, "allOf", String(index)) }, seen),
  );
  return [{ schema: own, pointer }, ...target, ...all];
}

/** A reference may lead to a reference: the last one's target is where the schema stands. */
function lastReference(document: OpenApiDocument, schema: { $ref?: string }): string {
  let pointer = schema.$ref!;
  for (let next = dereferenceOnce(document, pointer); isReference(next); next = dereferenceOnce(document, pointer))
    pointer = next.$ref;
  return pointer;
}

function dereferenceOnce(document: OpenApiDocument, reference: string): unknown {
  const name = schemaName({ $ref: reference });
  return name === undefined ? undefined : document.components?.schemas?.[name];
}

/**
 * The component that a schema is, whatever it says about it: `{ $ref }`, `{ allOf: [{ $ref }], description }`,
 * `{ anyOf: [{ $ref }, { type: null }] }`.
 */
export function componentOf(schema: Schema | undefined): string | undefined {
  if (schema === undefined || typeof schema === "boolean") return undefined;
  if (isReference(schema))
    return Object.keys(schema).every((key) => key === "$ref" || annotations.has(key)) ? schemaName(schema) : undefined;
  const lists = ["allOf", "anyOf", "oneOf"] as const;
  const list = lists.find((key) => schema[key] !== undefined);
  if (list === undefined || Object.keys(schema).some((key) => key !== list && !annotations.has(key))) return undefined;
  const parts = schema[list]!.filter((part) => !isAside(part, list));
  return parts.length === 1 ? componentOf(parts[0]) : undefined;
}

/** In `allOf` a part of annotations, in a choice the null. */
function isAside(part: Schema, list: "allOf" | "anyOf" | "oneOf"): boolean {
  if (typeof part === "boolean") return false;
  if (list === "allOf") return Object.keys(part).every((key) => annotations.has(key));
  return part.type === "null";
}

/** What a schema says of itself, the component that it refers to left out. */
export function annotationsOf(schema: Schema | undefined): SchemaObject {
  if (schema === undefined || typeof schema === "boolean") return {};
  const asides = (schema.allOf ?? []).filter((part): part is SchemaObject => isAside(part, "allOf"));
  return Object.assign({}, ...[...asides].reverse(), schema) as SchemaObject;
}

/** A pointer with more tokens, as a URI fragment (RFC 6901 §6). */
export function join(pointer: string, ...tokens: readonly string[]): string {
  return [
    pointer,
    ...tokens.map((token) => encodeURI(token.replaceAll("~", "~0").replaceAll("/", "~1")).replaceAll("#", "%23")),
  ].join("/");
}
