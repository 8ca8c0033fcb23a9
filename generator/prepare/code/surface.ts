import type { Schema, SchemaObject } from "../../openapi";
import { dereference } from "../../references";
import { jsonLiteral, propertyKey } from "../encode";
import { isNullable, typesOf } from "../docs/type-label";
import { schemaName, type ResolvedOperation } from "../operations";
import type { Scope } from "../scope";
import { argumentNames } from "./argument-names";

/** An operation's calls, arguments and answers, a line each: `order?: "ASCENDING" | "DESCENDING"`, `→ 200 AudiencePage`. */
export function operationSurface(operation: ResolvedOperation, returnType: string, scope: Scope): string[] {
  const { operationId, tag } = operation;
  const names = scope.names.operations.get(operationId)!;
  const { namespace } = scope.names.tags.get(tag)!;
  const old = scope.names.aliases.filter(({ is }) => is === operationId);
  return [
    `client.${namespace}.${names.methodName}(args: ${names.argsName}, options?): ${returnType.replaceAll("schemas.", "")}`,
    `client.safe.${namespace}.${names.methodName}(args, options?): Promise<${names.resultName}>`,
    `${names.functionName}(transport, args, options?), ${names.safeFunctionName}(transport, args, options?)`,
    ...old.map(({ was, until }) => `also ${scope.names.operations.get(was)!.functionName}, until ${until}`),
    ...argumentLines(operation, scope).map((line) => `  ${line}`),
  ];
}

function argumentLines(operation: ResolvedOperation, scope: Scope): string[] {
  const names = argumentNames(operation.parameters);
  const parameters = operation.parameters.map((parameter) => {
    const schema = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema;
    return `${propertyKey(names.get(parameter)!)}${parameter.required === true ? "" : "?"}: ${typeText(schema, scope)}`;
  });
  const body = operation.requestBody;
  const content = body?.value.content[body.mediaType ?? ""];
  const bodies =
    content === undefined
      ? []
      : [`body${body?.value.required === true ? "" : "?"}: ${typeText(content.schema, scope)}`];
  const answers = operation.responses.map(({ status, value, mediaType }) => {
    const answer = value.content?.[mediaType ?? ""];
    return `→ ${/^\w+$/.test(status) ? status : jsonLiteral(status)} ${answer === undefined ? "nothing" : typeText(answer.schema, scope)}`;
  });
  return [...parameters, ...bodies, ...answers];
}

/** A schema's type, a line for each property. */
export function schemaSurface(schema: Schema, typeName: string, scope: Scope): string[] {
  const own = typeof schema === "object" ? schema : {};
  const isPlain = own.properties !== undefined && own.allOf === undefined && own.$ref === undefined && !isNullable(own);
  if (!isPlain) return [`type ${typeName} = ${typeText(schema, scope)}${elsewhere(own)}`];
  return [`interface ${typeName} {`, ...members(own, scope).map((member) => `  ${member}`), "}"];
}

/** What a part of `allOf` requires of another part. */
function elsewhere(schema: SchemaObject): string {
  const parts = [schema, ...(schema.allOf ?? [])].filter((part): part is SchemaObject => typeof part === "object");
  const required = parts.flatMap(({ required: list = [], properties = {} }) =>
    list.filter((name) => !Object.hasOwn(properties, name)),
  );
  return required.length === 0 ? "" : ` // required: ${required.map((name) => propertyKey(name)).join(", ")}`;
}

function members({ properties = {}, required = [] }: SchemaObject, scope: Scope): string[] {
  return Object.entries(properties).map(
    ([name, property]) => `${propertyKey(name)}${required.includes(name) ? "" : "?"}: ${typeText(property, scope)}`,
  );
}

function typeText(schema: Schema | undefined, scope: Scope): string {
  if (schema === undefined || typeof schema === "boolean") return schema === false ? "never" : "unknown";
  const name = schemaName(schema);
  const own = name === undefined ? undefined : scope.names.schemas.get(name)?.typeName;
  if (own !== undefined) return isNullable(schema) ? `${own} | null` : own;
  if (schema.$ref !== undefined) return typeText(dereference<Schema>(scope.document, schema), scope);
  const text = ownText(schema, scope);
  if (!isNullable(schema)) return text;
  return text === "never" ? "null" : `${text} | null`;
}

function ownText(schema: SchemaObject, scope: Scope): string {
  const of = (value: Schema): string => typeText(value, scope);
  if (schema.const !== undefined) return jsonLiteral(schema.const);
  if (schema.enum !== undefined) {
    const values = schema.enum.filter((value) => value !== null).map(jsonLiteral);
    return [...values, ...(scope.openEnums.has(schema) ? ["…"] : [])].join(" | ") || "never";
  }
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice !== undefined) return unique(choice.map(of)).join(" | ");
  const parts = [
    ...(schema.allOf ?? []).map(of),
    ...(schema.properties === undefined ? [] : [objectText(schema, scope)]),
  ];
  if (parts.length > 0)
    return unique(parts.filter((part, _, all) => all.length === 1 || part !== "unknown")).join(" & ");
  const types = typesOf(schema).filter((type) => type !== "null");
  if (types.length === 0) return typesOf(schema).length === 0 ? "unknown" : "never";
  return unique(types.map((type) => simpleText(type, schema, scope))).join(" | ");
}

function simpleText(type: string, schema: SchemaObject, scope: Scope): string {
  if (type === "integer") return "number";
  if (type === "string") return schema.format === "binary" ? "Blob" : "string";
  if (type !== "array") return type === "object" ? objectText(schema, scope) : type;
  const items = typeText(schema.items, scope);
  return items.includes(" ") ? `(${items})[]` : `${items}[]`;
}

function objectText(schema: SchemaObject, scope: Scope): string {
  const others = schema.additionalProperties;
  const own = [
    ...members(schema, scope),
    ...(typeof others === "object" ? [`[key: string]: ${typeText(others, scope)}`] : []),
  ];
  return own.length === 0 ? "object" : `{ ${own.join("; ")} }`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
