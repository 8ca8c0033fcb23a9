import { isReference } from "./openapi";
import type { OpenApiDocument, Referable, Schema } from "./openapi";
import { remembered } from "./remembered";

/**
 * The value that a reference leads to, through references to references; a value that is none comes back as it is.
 * `check` has made sure that every reference is local, resolves and does not run in a circle.
 */
export function dereference<T>(document: OpenApiDocument, value: Referable<T>): T {
  let current: unknown = value;
  while (isReference(current)) current = atPointer(document, current.$ref);
  return current as T;
}

/** A schema, or the one that it refers to. */
export function schemaOf(document: OpenApiDocument, schema: Schema): Schema;
export function schemaOf(document: OpenApiDocument, schema: Schema | undefined): Schema | undefined;
export function schemaOf(document: OpenApiDocument, schema: Schema | undefined): Schema | undefined {
  return dereference(document, schema);
}

/** Whether a reference leads into something, and to no component by its name. */
export function leadsDeep(reference: string): boolean {
  const tokens = pointerTokens(reference);
  return tokens.length !== 3 || tokens[0] !== "components";
}

/** The value at a local reference (`#/components/…`, a JSON pointer in a URI fragment, RFC 6901 §6); own members only. */
export function atPointer(document: unknown, reference: string): unknown {
  return valueAt(document, pointerTokens(reference));
}

/** The value at the end of a way of keys; own members only. */
export function valueAt(value: unknown, tokens: readonly string[]): unknown {
  let current = value;
  for (const token of tokens) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, token)) return undefined;
    current = (current as Record<string, unknown>)[token];
  }
  return current;
}

/** `#/paths/~1a/get` → `["paths", "/a", "get"]`. Throws a `URIError` where the fragment's escapes are none. */
export const pointerTokens = remembered((reference: string): readonly string[] => {
  const pointer = reference.replace(/^#/, "");
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((token) => unescaped(decodeURIComponent(token)));
});

/** The tokens of a JSON pointer that is in no URI (RFC 6901 §4), whatever stands before its first slash. */
export function tokensOf(pointer: string): string[] {
  return pointer.split("/").slice(1).map(unescaped);
}

function unescaped(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
