import type { OpenApiDocument, Parameter, Schema, SchemaObject } from "../../openapi";
import { schemaOf } from "../../references";
import { argumentNames } from "../code/argument-names";
import type { Names } from "../names";
import type { ResolvedOperation } from "../operations";
import { limitsCell, valueCell } from "./constraints";
import { blockCell } from "./description";
import { parameterExample } from "./operation-examples";
import { codeCell } from "./markdown";
import { opennessNote } from "./openness";
import { typeLabel } from "./type-label";
import type { ArgumentDocs } from "./view";

/** A row for each argument: the parameters in document order, then the body. */
export function argumentRows(
  document: OpenApiDocument,
  operation: ResolvedOperation,
  names: Names,
  openEnums: ReadonlySet<SchemaObject>,
): ArgumentDocs[] {
  const keys = argumentNames(operation.parameters);
  const rows = operation.parameters.map((parameter) =>
    parameterRow({ document, names, openEnums }, parameter, keys.get(parameter)!),
  );
  return [...rows, ...bodyRow(operation, names)];
}

interface ArgumentScope {
  readonly document: OpenApiDocument;
  readonly names: Names;
  readonly openEnums: ReadonlySet<SchemaObject>;
}

function parameterRow({ document, names, openEnums }: ArgumentScope, parameter: Parameter, key: string): ArgumentDocs {
  const own = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema;
  const schema = schemaObject(document, own);
  const notes = [
    parameter.deprecated === true ? "**Deprecated.**" : "",
    blockCell(parameter.description ?? schema.description).replace(/^-$/, ""),
    opennessNote(own, openEnums),
  ].filter((note) => note !== "");
  return {
    name: codeCell(key),
    location: parameter.in,
    type: typeLabel(own, names, "schemas/"),
    required: requiredText(parameter.required),
    defaultValue: valueCell(schema.default),
    limits: limitsCell(schema),
    example: valueCell(parameterExample(document, parameter)),
    description: notes.length === 0 ? "-" : notes.join(" "),
  };
}

function bodyRow({ requestBody }: ResolvedOperation, names: Names): ArgumentDocs[] {
  if (requestBody?.mediaType === undefined) return [];
  return [
    {
      name: codeCell("body"),
      location: "body",
      type: typeLabel(requestBody.value.content[requestBody.mediaType]!.schema, names, "schemas/"),
      required: requiredText(requestBody.value.required),
      defaultValue: "-",
      limits: "-",
      example: "see below",
      description: blockCell(requestBody.value.description),
    },
  ];
}

function requiredText(required: boolean | undefined): string {
  return required === true ? "required" : "optional";
}

/** A schema's own keywords; those of the component, where it is a reference. */
export function schemaObject(document: OpenApiDocument, schema: Schema | undefined): SchemaObject {
  const value = schemaOf(document, schema);
  return typeof value === "object" ? value : {};
}
