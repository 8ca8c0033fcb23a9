import type { OpenApiDocument, PathItem, Schema, SchemaObject } from "../openapi";
import { commentText } from "../prepare/encode";
import { sharedOf, type Shared } from "../prepare/scope";
import { oncePer, oncePerPair } from "../remembered";
import { withPlainParents } from "./parents";
import { hideInReference, hidePointerCharacters } from "./pointer-characters";
import { withRequiredElsewhere } from "./required-elsewhere";
import { toldApart } from "./told-apart";

/** The extension under which an open enum reaches `typeOfSchema`: openapi-typescript asks nobody about an `enum`. */
export const openEnumKey = "x-open-enum";

/** Keywords whose value maps names to objects: the keys below them are names, not keywords. */
const nameMaps = new Set(
  `properties patternProperties dependentSchemas $defs schemas responses parameters requestBodies headers securitySchemes
   links callbacks pathItems paths content encoding variables`.split(/\s+/),
);

/** Texts that end up in comments. */
const texts = new Set(["title", "summary", "description"]);

/**
 * Kept out: examples have their place in the docs, and their values need no check here; what `$defs` holds stands where it is referred to
 * (normalize/deep-references.ts), and would be taken for a property.
 */
const dropped = new Set(["example", "examples", "externalDocs", "servers", "tags", "security", "$defs", "definitions"]);

/**
 * A copy of the document for openapi-typescript: texts encoded for comments, examples left out, open enums marked.
 */
export function documentForTypes(document: OpenApiDocument, openEnums: ReadonlySet<SchemaObject>): unknown {
  const shared = sharedOf(document, openEnums);
  const items = Object.entries(document.paths ?? {}).map(([path, item]) => [
    hidePointerCharacters(path),
    pathItemOf(shared, item),
  ]);
  return { ...documentOf(shared), paths: Object.fromEntries(items) as unknown };
}

const documentOf = oncePer((shared: Shared): object => copyOf(shared, shared.document) as object);

const pathItemOf = oncePerPair((shared: Shared, item: PathItem) => copyOf(shared, item));

function copyOf({ document, openEnums }: Shared, part: object): unknown {
  const copy = (value: unknown, keysAreNames: boolean): unknown => {
    if (typeof value === "string") return hidePointerCharacters(value);
    if (Array.isArray(value)) return value.map((item) => copy(item, false));
    if (typeof value !== "object" || value === null) return value;
    const source = openEnums.has(value)
      ? markOpenEnum(value)
      : withRequiredElsewhere(document, keysAreNames ? value : plain(document, value));
    const result = Object.create(null) as Record<string, unknown>;
    for (const [key, member] of Object.entries(source)) {
      if (keysAreNames) result[hidePointerCharacters(key)] = copy(member, false);
      else if (!dropped.has(key)) result[key] = copyMember(key, member, copy);
    }
    return result;
  };
  return copy(part, false);
}

function copyMember(key: string, member: unknown, copy: (value: unknown, keysAreNames: boolean) => unknown): unknown {
  if (key === "$ref" && typeof member === "string") return hideInReference(member);
  if (key === "format" && typeof member === "string")
    return hidePointerCharacters(commentText(member.replace(/\s+/g, " ")));
  if (typeof member === "string" && (texts.has(key) || key === "default"))
    return hidePointerCharacters(member.split(/\r?\n/).map(commentText).join("\n"));
  return copy(member, nameMaps.has(key) && !Array.isArray(member));
}

/** As openapi-typescript reads it: a list says so, and what limits a reference (3.1) stands beside it in allOf. */
function plain(document: OpenApiDocument, schema: SchemaObject): SchemaObject {
  const { $ref, ...beside } = schema;
  if ($ref !== undefined && limits.some((keyword) => keyword in beside)) return { allOf: [{ $ref }, beside] };
  if (schema.prefixItems !== undefined && schema.type === undefined) return { ...schema, type: "array" };
  return toldApart(document, withEnumAlone(withObjectParts(withPlainParents(document, schema))));
}

/** Of the parts of allOf, openapi-typescript takes none for a boolean (3.1). */
function withObjectParts(schema: SchemaObject): SchemaObject {
  if (!Array.isArray(schema.allOf)) return schema;
  const object = (part: Schema): Schema => (typeof part !== "boolean" ? part : part ? {} : { enum: [] });
  return { ...schema, allOf: schema.allOf.map(object) };
}

/** Of an object, openapi-typescript takes the values of the enum for schemas. */
function withEnumAlone(schema: SchemaObject): SchemaObject {
  const { type, properties, additionalProperties, ...rest } = schema;
  const isOfObject = type === "object" || properties !== undefined || additionalProperties !== undefined;
  return schema.enum !== undefined && isOfObject ? rest : schema;
}

const limits = "type properties required additionalProperties enum const allOf oneOf anyOf items prefixItems".split(
  " ",
);

/** Takes the enum away and leaves the mark; a type is needed for the hook to be called. */
function markOpenEnum(schema: SchemaObject): Record<string, unknown> {
  const { enum: values = [], nullable, type, ...rest } = schema;
  const isNullable = nullable === true || values.includes(null) || (Array.isArray(type) && type.includes("null"));
  const isNumeric = values.some((value) => typeof value === "number");
  return {
    ...rest,
    type: isNumeric ? "number" : "string",
    [openEnumKey]: [...values.filter((value) => value !== null), ...(isNullable ? [null] : [])],
  };
}
