import type { OpenApiDocument, Parameter, Schema, SchemaObject } from "../../openapi";
import { isReference } from "../../openapi";
import { dereference } from "../../references";
import { argumentNames } from "../code/argument-names";
import type { Names } from "../names";
import type { ResolvedOperation } from "../operations";
import { limitsCell, valueCell } from "./constraints";
import { blockCell } from "./description";
import { parameterExample } from "./operation-examples";
import { codeCell } from "./markdown";
import { typeLabel } from "./type-label";
import type { ArgumentDocs } from "./view";

/** A row for each argument: the parameters in document order, then the body. */
export function argumentRows(document: OpenApiDocument, operation: ResolvedOperation, names: Names): ArgumentDocs[] {
  const keys = argumentNames(operation.parameters);
  const rows = operation.parameters.map((parameter) => parameterRow(document, parameter, keys.get(parameter)!, names));
  return [...rows, ...bodyRow(operation, names)];
}

function parameterRow(document: OpenApiDocument, parameter: Parameter, key: string, names: Names): ArgumentDocs {
  const own = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema;
  const schema = schemaObject(document, own);
  const deprecated = parameter.deprecated === true ? "**Deprecated.** " : "";
  return {
    name: codeCell(key),
    location: parameter.in,
    type: typeLabel(own, names, "schemas/"),
    required: requiredText(parameter.required),
    defaultValue: valueCell(schema.default),
    limits: limitsCell(schema),
    example: valueCell(parameterExample(document, parameter)),
    description: `${deprecated}${blockCell(parameter.description ?? schema.description)}`,
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
  const value = isReference(schema) ? dereference<Schema>(document, schema) : schema;
  return typeof value === "object" ? value : {};
}
