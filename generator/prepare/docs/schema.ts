import { isReference, type Json, type OpenApiDocument, type Schema, type SchemaObject } from "../../openapi";
import { mappedName, tagsOf } from "../../discriminators/tags";
import { oncePer } from "../../remembered";
import type { Names } from "../names";
import { jsonText } from "../encode";
import { schemaName } from "../operations";
import type { Scope } from "../scope";
import { schemaObject } from "./arguments";
import { block, blockCell, briefCell } from "./description";
import { exampleOf } from "./example";
import { fieldRows } from "./fields";
import { indexLine, schemaIndex, withoutComma } from "./machine-index";
import { code, codeCell, text } from "./markdown";
import { opennessText } from "./openness";
import { typeLabel, typesOf } from "./type-label";
import type { SchemaDocs, ValueDocs } from "./view";

export interface SchemaScope extends Scope {
  readonly usedBy: ReadonlyMap<string, readonly string[]>;
  /** Examples that the document gives where a schema is used. */
  readonly examples: ReadonlyMap<string, Json>;
}

/** The page of one schema. */
export function schemaDocs(scope: SchemaScope, key: string, schema: Schema): SchemaDocs {
  const { document, names } = scope;
  const { pageStem, typeName } = names.schemas.get(key)!;
  const value = schemaObject(document, schema);
  const fields = fieldRows(scope, value);
  const listed = withValues(value);
  const values = enumValues(listed);
  const alternatives = (value.oneOf ?? value.anyOf ?? []).map((part) => typeLabel(part, names, ""));
  const users = scope.usedBy.get(key) ?? [];
  return {
    title: text(key),
    link: `schemas/${pageStem}.md`,
    purposeCell: briefCell(value.description ?? value.title),
    description: block(value.description),
    isDeprecated: value.deprecated === true,
    kind: value.prefixItems ? `A list: ${typeLabel(value, names, "")}.` : kindOf(document, value, fields.length > 0),
    typeCode: code(typeName),
    hasFields: fields.length > 0,
    fields,
    otherFields: fields.length > 0 && otherFields(value, names),
    hasValues: values.length > 0,
    values,
    hasMeanings: values.some(({ meaning }) => meaning !== "-"),
    openness: values.length > 0 && opennessText(scope.openEnums.has(listed)),
    hasAlternatives: alternatives.length > 0,
    alternatives,
    discriminator: discriminatorText(document, value),
    example: {
      title: "Example",
      text: jsonText(scope.examples.get(key) ?? exampleOf(document, schema, "response")),
    },
    isUsed: users.length > 0,
    usedBy: users,
    indexLine: indexLineOf(scope, key, schema),
    ...neighbours(names, key),
  };
}

function kindOf(document: OpenApiDocument, schema: SchemaObject, hasFields: boolean): string {
  if (schema.const !== undefined) return `Always ${code(JSON.stringify(schema.const))}.`;
  if (schema.enum !== undefined) return "One of the values below.";
  if (schema.oneOf !== undefined) return "Exactly one of the alternatives below.";
  if (schema.anyOf !== undefined) return "At least one of the alternatives below.";
  if (hasFields) return schema.allOf === undefined ? "An object." : "An object, made of parts.";
  const nouns: Record<string, string> = {
    object: "An object.",
    array: "A list.",
    string: "A string.",
    integer: "An integer.",
    number: "A number.",
    boolean: "true or false.",
  };
  const types = typesOf(schema).filter((type) => type !== "null");
  const part = (schema.allOf ?? [])[0];
  if (types.length === 0 && part !== undefined) return kindOf(document, schemaObject(document, part), false);
  return types.length === 1 ? (nouns[types[0]!] ?? "Any value.") : "Any value.";
}

function otherFields(schema: SchemaObject, names: Names): string | false {
  const { unevaluatedProperties, additionalProperties = unevaluatedProperties } = schema;
  if (additionalProperties === false) return "No other fields.";
  if (additionalProperties === true) return "Other fields may be there, with any value.";
  return (
    typeof additionalProperties === "object" &&
    `Other fields may be there, each: ${typeLabel(additionalProperties, names, "")}.`
  );
}

/** The schema whose enum the page shows: its own, or that of a list's items, which have no page. */
function withValues(schema: SchemaObject): SchemaObject {
  const { items } = schema;
  return schema.enum === undefined && typeof items === "object" && !isReference(items) ? items : schema;
}

/** The values of an enum, with what an extension says of each: a list beside them, or an object by value. */
function enumValues(schema: SchemaObject): ValueDocs[] {
  const extensions = schema as { "x-enumDescriptions"?: unknown; "x-enum-descriptions"?: unknown };
  const meanings = extensions["x-enum-descriptions"] ?? extensions["x-enumDescriptions"];
  const meaningOf = (value: Json, index: number): unknown => {
    if (Array.isArray(meanings)) return meanings[index];
    const key = typeof value === "string" ? value : JSON.stringify(value);
    return typeof meanings === "object" && meanings !== null && Object.hasOwn(meanings, key)
      ? (meanings as Record<string, unknown>)[key]
      : undefined;
  };
  return (schema.enum ?? []).map((value, index) => {
    const meaning = meaningOf(value, index);
    return {
      value: codeCell(JSON.stringify(value)),
      meaning: blockCell(typeof meaning === "string" ? meaning : undefined),
    };
  });
}

/** By which value each is known; of a parent, the values that its mapping has. */
function discriminatorText(document: OpenApiDocument, schema: SchemaObject): string | false {
  const { discriminator, oneOf = [], anyOf = [] } = schema;
  if (discriminator === undefined) return false;
  const told = [...oneOf, ...anyOf].flatMap((part) =>
    (tagsOf(document, schema, part) ?? []).map((value) => [value, schemaName(part)!] as const),
  );
  const mapped = Object.entries(discriminator.mapping ?? {}).map(
    ([value, target]) => [value, mappedName(target)] as const,
  );
  const values = (told.length > 0 ? told : mapped).map(([value, name]) => `${code(value)} is ${text(name)}`);
  return `${code(discriminator.propertyName)} tells them apart${values.length === 0 ? "" : `: ${values.join(", ")}`}.`;
}

function indexLineOf({ document, names }: SchemaScope, key: string, schema: Schema): string {
  const line = indexLine(schemaIndex(document, names, key, schema));
  return pages(names).at(-1) === key ? withoutComma(line) : line;
}

/** The pages before and after, in the order of the document. */
function neighbours(names: Names, key: string): Pick<SchemaDocs, "previous" | "next"> {
  const keys = pages(names);
  const index = keys.indexOf(key);
  const page = (other: string | undefined): SchemaDocs["next"] =>
    other !== undefined && { title: text(other), link: `${names.schemas.get(other)!.pageStem}.md` };
  return { previous: page(keys[index - 1]), next: page(keys[index + 1]) };
}

const pages = oncePer(({ schemas }: Names): readonly string[] => [...schemas.keys()]);
