import { type OpenApiDocument, type Schema, type SchemaObject } from "../../openapi";
import { schemaOf } from "../../references";
import type { Names } from "../names";
import { schemaName } from "../operations";
import type { Scope } from "../scope";
import { schemaObject } from "./arguments";
import { limitsCell, valueCell } from "./constraints";
import { blockCell, briefCell } from "./description";
import { codeCell, link, text } from "./markdown";
import { opennessNote } from "./openness";
import { isNullable, typeLabel } from "./type-label";
import type { FieldDocs } from "./view";

/** A property of a schema, or of a part of its allOf. */
export interface Field {
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  /** The component it comes from, where that is another. */
  readonly origin: string | undefined;
}

/** The fields of an object, those of allOf among them, each once: a later part's description of a field replaces an earlier one's. */
export function schemaFields(document: OpenApiDocument, schema: Schema): Field[] {
  const fields = new Map<string, Field>();
  const required = new Set<string>();
  collect(document, schemaObject(document, schema), undefined, fields, required, new Set());
  return [...fields.values()].map((field) => ({ ...field, isRequired: required.has(field.name) }));
}

/** A row of the table for each. */
export function fieldRows({ document, names, openEnums }: Scope, schema: Schema): FieldDocs[] {
  return schemaFields(document, schema).map((field) => fieldRow(document, field, names, openEnums));
}

function collect(
  document: OpenApiDocument,
  schema: SchemaObject,
  origin: string | undefined,
  fields: Map<string, Field>,
  required: Set<string>,
  seen: Set<SchemaObject>,
): void {
  if (seen.has(schema)) return;
  seen.add(schema);
  for (const part of schema.allOf ?? []) {
    const value = schemaOf(document, part);
    if (typeof value === "object") collect(document, value, schemaName(part) ?? origin, fields, required, seen);
  }
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    fields.set(name, { name, schema: property, isRequired: false, origin });
  for (const name of schema.required ?? []) required.add(name);
}

function fieldRow(
  document: OpenApiDocument,
  { name, schema, isRequired, origin }: Field,
  names: Names,
  openEnums: ReadonlySet<SchemaObject>,
): FieldDocs {
  const value = schemaObject(document, schema);
  const own = typeof schema === "object" ? schema : {};
  const originPage = origin === undefined ? undefined : names.schemas.get(origin)?.pageStem;
  const notes = [
    (own.deprecated ?? value.deprecated) === true ? "**Deprecated.**" : "",
    value.readOnly === true ? "Only in answers." : "",
    value.writeOnly === true ? "Only in requests." : "",
    (own.description === undefined ? briefCell(value.description) : blockCell(own.description)).replace(/^-$/, ""),
    opennessNote(schema, openEnums),
    originPage === undefined ? "" : `From ${link(text(origin!), `${originPage}.md`)}.`,
  ].filter((note) => note !== "");
  return {
    name: codeCell(name),
    type: typeLabel(schema, names, ""),
    required: isRequired ? "required" : "optional",
    nullable: isNullable(value) ? "yes" : "no",
    defaultValue: valueCell(own.default ?? value.default),
    limits: limitsCell(value),
    example: valueCell(own.example ?? value.example),
    description: notes.length === 0 ? "-" : notes.join(" "),
  };
}
