import type { Schema, SchemaObject } from "../../openapi";
import { jsonLiteral } from "../encode";
import type { Names } from "../names";
import { schemaName } from "../operations";
import { codeCell, link, text } from "./markdown";

/** A schema's type as a reader of TypeScript writes it, for a cell, with links to the pages of schemas below `folder`. */
export function typeLabel(schema: Schema | undefined, names: Names, folder: string): string {
  if (schema === undefined || typeof schema === "boolean") return codeCell(schema === false ? "never" : "unknown");
  const reference = referenceLabel(schema, names, folder);
  if (reference !== undefined) return withNull(reference, schema);
  return withNull(ownLabel(schema, names, folder), schema);
}

function referenceLabel(schema: SchemaObject, names: Names, folder: string): string | undefined {
  const name = schemaName(schema);
  const own = name === undefined ? undefined : names.schemas.get(name);
  return own && link(text(name!), `${folder}${own.pageStem}.md`);
}

function ownLabel(schema: SchemaObject, names: Names, folder: string): string {
  const label = (value: Schema): string => typeLabel(value, names, folder);
  const list = schema.oneOf ?? schema.anyOf;
  if (schema.const !== undefined) return codeCell(jsonLiteral(schema.const));
  if (schema.enum !== undefined) {
    const values = schema.enum.filter((value) => value !== null).map((value) => codeCell(jsonLiteral(value)));
    return values.length === 0 ? nothing : unique(values, " \\| ");
  }
  if (list !== undefined) return unique(list.map(label), " \\| ");
  if (schema.allOf !== undefined) return unique(schema.allOf.map(label), " & ");
  const types = typesOf(schema).filter((type) => type !== "null");
  if (types.length === 0) return typesOf(schema).length === 0 ? codeCell("unknown") : nothing;
  return unique(
    types.map((type) => simpleLabel(type, schema, label)),
    " \\| ",
  );
}

/** No value has the type, or null alone. */
const nothing = codeCell("never");

function simpleLabel(type: string, schema: SchemaObject, label: (schema: Schema) => string): string {
  if (type === "integer" || type === "number") return codeCell("number");
  if (type === "string") return codeCell(schema.format === "binary" ? "Blob" : "string");
  if (type === "array") return schema.prefixItems ? tupleLabel(schema, label) : arrayLabel(label(schema.items ?? true));
  if (type !== "object") return codeCell(type);
  const values = schema.additionalProperties;
  if (schema.properties !== undefined || values === undefined || typeof values === "boolean") return codeCell("object");
  return `map of ${label(values)}`;
}

/** The types of a schema: one, several (3.1), or what its other keywords tell. */
export function typesOf(schema: SchemaObject): readonly string[] {
  if (schema.type !== undefined) return Array.isArray(schema.type) ? schema.type : [schema.type];
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return ["object"];
  return schema.items !== undefined || schema.prefixItems !== undefined ? ["array"] : [];
}

/** Whether null is among a schema's values, in either dialect. */
export function isNullable(schema: SchemaObject): boolean {
  return schema.nullable === true || typesOf(schema).includes("null") || schema.enum?.includes(null) === true;
}

function withNull(label: string, schema: SchemaObject): string {
  if (!isNullable(schema)) return label;
  return label === nothing ? codeCell("null") : `${label} \\| ${codeCell("null")}`;
}

/** Two code spans beside each other would read as one. */
function arrayLabel(item: string): string {
  if (/^`[^`]+`$/.test(item)) return `${item.slice(0, -1)}[]\``;
  return `${item.includes(" ") ? `(${item})` : item}${codeCell("[]")}`;
}

/** `[string, number, ...unknown[]]`, as the type has it (types/tuple.ts). */
function tupleLabel(schema: SchemaObject, label: (schema: Schema) => string): string {
  const { prefixItems = [], items = false, minItems = prefixItems.length, maxItems = Infinity } = schema;
  const isClosed = items === false || maxItems <= prefixItems.length;
  const labels = [
    ...prefixItems.slice(0, maxItems).map((item, index) => (index < minItems ? label(item) : `${label(item)}?`)),
    ...(isClosed ? [] : [`...${arrayLabel(label(items))}`]),
  ];
  return labels.every((one) => /^(\.\.\.)?`[^`]+`\??$/.test(one))
    ? `\`[${labels.map((one) => one.replaceAll("`", "")).join(", ")}]\``
    : `\\[${labels.join(", ")}\\]`;
}

function unique(labels: readonly string[], separator: string): string {
  return [...new Set(labels)].join(separator);
}
