import { dereference } from "../../references";
import type { Schema, SchemaObject } from "../../openapi";
import { isReference } from "../../openapi";
import { stringLiteral } from "../encode";
import type { ResolvedOperation, ResolvedResponse } from "../operations";
import { contentKind, schemaType, type TypeScope } from "./types";

interface Results {
  /** Members of the result's union, one per declared status. */
  readonly members: readonly string[];
  readonly returnType: string;
}

/**
 * What `safe` and the throwing function give back. `default` and ranges stand for the statuses that are not declared by
 * themselves (OpenAPI, Responses Object); where a 2xx is declared, `default` stands for failures only.
 */
export function prepareResults(operation: ResolvedOperation, scope: TypeScope): Results {
  const successes = operation.responses.filter(({ status }) => /^2/.test(status));
  const members = operation.responses.flatMap((response) => memberOf(response, operation, scope));
  const fallback = operation.responses.find(({ status }) => status === "default");
  const data = successes.length > 0 ? successes : fallback ? [fallback] : [];
  const types = [...new Set(data.map((response) => responseType(response, scope)))];
  const dataType = types.length === 0 ? "unknown" : types.join(" | ");
  return {
    members: withRest(members, operation, fallback !== undefined),
    returnType: returnType(operation, dataType, scope),
  };
}

function memberOf(response: ResolvedResponse, operation: ResolvedOperation, scope: TypeScope): string[] {
  const type = responseType(response, scope);
  const statuses = statusType(response.status, operation);
  if (/^2/.test(response.status)) return [`Success<${statuses}, ${type}>`];
  if (response.status !== "default" || declares(operation, "2")) return [`Failure<${statuses}, ${type}>`];
  return [`Success<StatusInRange<2>, ${type}>`, `Failure<${statuses}, ${type}>`];
}

/** Every answer is a member: without `default`, statuses that the document does not declare have a body of no known type. */
function withRest(members: readonly string[], operation: ResolvedOperation, hasDefault: boolean): string[] {
  const success = declares(operation, "2") || hasDefault ? [] : ["Success<StatusInRange<2>, unknown>"];
  const failure = hasDefault ? [] : [`Failure<${otherStatus(operation)}, unknown>`];
  return [...members, ...success, ...failure, "NoAnswer"];
}

function statusType(status: string, operation: ResolvedOperation): string {
  if (status === "default") return otherStatus(operation);
  const range = /^([1-5])XX$/i.exec(status)?.[1];
  if (range === undefined) return String(Number(status));
  const declared = codesOf(operation).filter((code) => code.startsWith(range));
  return declared.length === 0
    ? `StatusInRange<${range}>`
    : `Exclude<StatusInRange<${range}>, ${declared.join(" | ")}>`;
}

function otherStatus(operation: ResolvedOperation): string {
  const ranges = operation.responses.flatMap(({ status }) => /^([345])XX$/i.exec(status)?.[1] ?? []);
  const declared = [
    ...codesOf(operation).filter((code) => !/^[12]/.test(code)),
    ...ranges.map((range) => `StatusInRange<${range}>`),
  ];
  return declared.length === 0 ? "OtherStatus" : `OtherStatus<${declared.join(" | ")}>`;
}

function codesOf(operation: ResolvedOperation): string[] {
  return operation.responses.map(({ status }) => status).filter((status) => /^[1-5]\d\d$/.test(status));
}

function declares(operation: ResolvedOperation, range: string): boolean {
  return operation.responses.some(({ status }) => status.startsWith(range));
}

/** The type of an answer's body, of all its media types: JSON has its schema's type, text is a string, anything else a Blob. */
function responseType({ status, value }: ResolvedResponse, scope: TypeScope): string {
  const types = Object.entries(value.content ?? {}).map(([mediaType, { schema }]) => {
    const kind = contentKind(mediaType);
    if (kind !== "json") return kind === "text" ? "string" : "Blob";
    const key = /^\d/.test(status) && !/x/i.test(status) ? String(Number(status)) : stringLiteral(status);
    return (
      schemaType(schema, scope) ?? `${scope.operationType}["responses"][${key}]["content"][${stringLiteral(mediaType)}]`
    );
  });
  return types.length === 0 ? "undefined" : [...new Set(types)].join(" | ");
}

function returnType(operation: ResolvedOperation, dataType: string, scope: TypeScope): string {
  const pagination = operation.operation["x-pagination"];
  if (pagination === undefined) return `Promise<${dataType}>`;
  return `PagePromise<${dataType}, ${itemType(operation, dataType, pagination.items, scope)}>`;
}

/** A component's name where the items have one, else the element of the page's property. */
function itemType(operation: ResolvedOperation, dataType: string, property: string, scope: TypeScope): string {
  const success = operation.responses.find(({ status }) => /^2/.test(status));
  const schema = success?.value.content?.[success.mediaType ?? ""]?.schema;
  const items = schema === undefined ? undefined : itemsOf(schema, property, scope);
  return schemaType(items, scope) ?? `NonNullable<(${dataType})[${stringLiteral(property)}]>[number]`;
}

function itemsOf(schema: Schema, property: string, scope: TypeScope): Schema | undefined {
  if (typeof schema === "boolean") return undefined;
  const value: SchemaObject = isReference(schema) ? dereference<SchemaObject>(scope.document, schema) : schema;
  const own = value.properties && Object.hasOwn(value.properties, property) ? value.properties[property] : undefined;
  const array = isReference(own) ? dereference<SchemaObject>(scope.document, own) : own;
  if (typeof array === "object" && array.items !== undefined) return array.items;
  return (value.allOf ?? []).map((part) => itemsOf(part, property, scope)).find((items) => items !== undefined);
}
