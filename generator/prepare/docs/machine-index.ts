import { isReference, type Json, type OpenApiDocument, type Schema } from "../../openapi";
import { dereference } from "../../references";
import { argumentNames } from "../code/argument-names";
import { escapeInvisible } from "../encode";
import type { Names } from "../names";
import type { ResolvedOperation } from "../operations";
import { schemaFields } from "./fields";
import { callExample, exampleArguments } from "./operation-examples";
import { undeclared } from "./responses";
import { callOf, exampleContext, signatureOf, type DocsScope } from "./scope";
import { errorClass, retriedCell } from "./statuses";

/** A line of `docs/index.json`: one object, and a comma; the last of a list has none (`withoutComma`). */
export function indexLine(value: Json): string {
  return `${escapeInvisible(JSON.stringify(value))},`;
}

/** The last line of a list. */
export function withoutComma(line: string): string {
  return line.replace(/,$/, "");
}

/** What a program, or a model that writes one, must know to call an operation. */
export function operationIndex(scope: DocsScope, operation: ResolvedOperation): Json {
  const { operationId, method, path, tag, parameters, requestBody, security } = operation;
  const { functionName } = scope.names.operations.get(operationId)!;
  const own = operation.operation;
  const keys = argumentNames(parameters);
  const example = callExample(
    exampleContext(scope, operation),
    exampleArguments(scope.document, operation, { onlyRequired: true }),
  );
  return {
    operationId,
    page: `${scope.names.tags.get(tag)!.pageStem}.md#${scope.anchors.get(operationId)!}`,
    summary: own.summary ?? operationId,
    deprecated: own.deprecated === true,
    method: method.toUpperCase(),
    path,
    import: `import { createClient } from ${JSON.stringify(scope.packageName)};`,
    call: callOf(scope, operation),
    signature: signatureOf(scope, operation),
    function: { name: functionName, module: `${scope.packageName}/functions` },
    arguments: [
      ...parameters.map((parameter) => ({
        name: keys.get(parameter)!,
        in: parameter.in,
        required: parameter.required === true,
        values: valuesOf(scope.document, parameter.schema),
      })),
      ...(requestBody?.mediaType === undefined
        ? []
        : [{ name: "body", in: "body", required: requestBody.value.required === true, values: [] }]),
    ],
    security: security.map((requirement) => ({ ...requirement })),
    example: example.text,
    errors: errorsOf(operation),
  };
}

function errorsOf(operation: ResolvedOperation): Json[] {
  const declared = operation.responses.map(({ status }) => ({ status, inDocument: true }));
  const others = undeclared(operation).map((status) => ({ status, inDocument: false }));
  return [...declared, ...others].flatMap(({ status, inDocument }) => {
    const name = errorClass(status);
    if (name === undefined) return [];
    return [{ status, class: name, retried: retriedCell(status, operation.method).replaceAll("`", ""), inDocument }];
  });
}

/** A schema: the type it is exported as, its fields, the values of its enum. */
export function schemaIndex(document: OpenApiDocument, names: Names, key: string, schema: Schema): Json {
  const { typeName, pageStem } = names.schemas.get(key)!;
  return {
    schema: key,
    type: typeName,
    page: `schemas/${pageStem}.md`,
    fields: schemaFields(document, schema).map((field) => ({
      name: field.name,
      required: field.isRequired,
      values: valuesOf(document, field.schema),
    })),
    values: valuesOf(document, schema),
  };
}

/** The values of an enum of its own; those of another schema are on its line. */
function valuesOf(document: OpenApiDocument, schema: Schema | undefined): Json[] {
  if (typeof schema !== "object") return [];
  if (isReference(schema))
    return schema.$ref.startsWith("#/components/schemas/")
      ? []
      : valuesOf(document, dereference<Schema>(document, schema));
  const list = schema.items;
  return schema.enum ?? (typeof list === "object" && !isReference(list) ? (list.enum ?? []) : []);
}
