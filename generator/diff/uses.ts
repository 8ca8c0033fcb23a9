import { isReference, type OpenApiDocument, type Schema } from "../openapi";
import { subschemas } from "../prepare/open-enums";
import { schemaName, type ResolvedOperation } from "../prepare/operations";
import { dereference } from "../references";

/** Which way a value goes: sent by callers, received by them, or both. */
export interface Use {
  readonly request: boolean;
  readonly response: boolean;
}

/** By key in `components.schemas`: which way its values go. */
export type Uses = ReadonlyMap<string, Use>;

/** Follows every schema from parameters and request bodies, and from responses. */
export function usesOf(document: OpenApiDocument, operations: readonly ResolvedOperation[]): Uses {
  const contents = (content: Record<string, { schema?: Schema }> | undefined): Schema[] =>
    Object.values(content ?? {}).flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
  const sent = operations.flatMap(({ parameters, requestBody }) => [
    ...parameters.flatMap(({ schema, content }) => [...(schema === undefined ? [] : [schema]), ...contents(content)]),
    ...contents(requestBody?.value.content),
  ]);
  const received = operations.flatMap(({ responses }) => responses.flatMap(({ value }) => contents(value.content)));
  const request = reach(document, sent);
  const response = reach(document, received);
  const keys = Object.keys(document.components?.schemas ?? {});
  return new Map(keys.map((key) => [key, { request: request.has(key), response: response.has(key) }]));
}

/** The components that schemas lead to, themselves among them. */
export function reach(document: OpenApiDocument, from: readonly Schema[]): Set<string> {
  const found = new Set<string>();
  const seen = new Set<Schema>();
  const pending = [...from];
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    const name = schemaName(schema);
    if (name !== undefined) found.add(name);
    if (typeof schema === "boolean" || seen.has(schema)) continue;
    seen.add(schema);
    if (isReference(schema)) pending.push(dereference<Schema>(document, schema));
    for (const part of subschemas(schema)) pending.push(part);
  }
  return found;
}
