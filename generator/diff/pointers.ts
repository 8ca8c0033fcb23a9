import { isReference, type OpenApiDocument, type Parameter } from "../openapi";
import type { ResolvedOperation } from "../prepare/operations";
import { dereference } from "../references";
import { join } from "./flat-schema";

/** `#/paths/~1things/get` */
export function operationPointer({ path, method }: ResolvedOperation): string {
  return join("#/paths", path, method);
}

/** Where a parameter is described: the component that the operation refers to, or its place in the operation's list. */
export function parameterPointer(
  document: OpenApiDocument,
  operation: ResolvedOperation,
  parameter: Parameter,
): string {
  const list = operation.operation.parameters ?? [];
  const index = list.findIndex((one) => dereference<Parameter>(document, one) === parameter);
  return referredTo(list[index], join(operationPointer(operation), "parameters", String(index)));
}

/** The request body's pointer. */
export function bodyPointer(operation: ResolvedOperation): string {
  return referredTo(operation.operation.requestBody, join(operationPointer(operation), "requestBody"));
}

/** The pointer of the response for a status. */
export function responsePointer(operation: ResolvedOperation, status: string): string {
  return referredTo(operation.operation.responses?.[status], join(operationPointer(operation), "responses", status));
}

function referredTo(value: unknown, else_: string): string {
  return isReference(value) ? value.$ref : else_;
}
