import type { OpenApiDocument, Schema, SchemaObject } from "../../openapi";
import { schemaOf } from "../../references";

type Kind = "primitive" | "array" | "object";

const all: readonly Kind[] = ["primitive", "array", "object"];

/** What a schema's values may be beside primitives (OpenAPI, Style Values, `type`): `undefined` for nothing else. */
export function valueType(
  document: OpenApiDocument,
  schema: Schema | undefined,
): "array" | "object" | "any" | undefined {
  const kinds = kindsOf(document, schema, new Map()).filter((kind) => kind !== "primitive");
  return kinds.length > 1 ? "any" : kinds[0];
}

/** `known` has what was found before; of a schema that leads back to itself: anything. */
function kindsOf(
  document: OpenApiDocument,
  schema: Schema | undefined,
  known: Map<SchemaObject, readonly Kind[]>,
): readonly Kind[] {
  const value = schemaOf(document, schema);
  if (typeof value !== "object") return all;
  const found = known.get(value);
  if (found !== undefined) return found;
  known.set(value, all);
  const kinds = (part: Schema): readonly Kind[] => kindsOf(document, part, known);
  const limits = [
    ownKinds(value),
    ...(value.allOf ?? []).map(kinds),
    ...[value.oneOf, value.anyOf].flatMap((parts) => (parts === undefined ? [] : [parts.flatMap(kinds)])),
  ];
  const result = all.filter((kind) => limits.every((limit) => limit.includes(kind)));
  known.set(value, result);
  return result;
}

/** By `type`; without one by its values, or by what is said only of lists, of objects, of texts and numbers. */
function ownKinds({ type, ...schema }: SchemaObject): readonly Kind[] {
  if (type !== undefined)
    return [type].flat().map((name) => (name === "array" || name === "object" ? name : "primitive"));
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values !== undefined)
    return values.map((value) => (Array.isArray(value) ? "array" : isObject(value) ? "object" : "primitive"));
  const said: [Kind, readonly string[]][] = [
    ["array", ["items", "prefixItems", "minItems", "maxItems", "uniqueItems"]],
    ["object", ["properties", "additionalProperties", "patternProperties", "minProperties", "maxProperties"]],
    ["primitive", ["format", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf"]],
  ];
  const found = said.filter(([, keywords]) => keywords.some((keyword) => keyword in schema)).map(([kind]) => kind);
  return found.length === 0 ? all : found;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
