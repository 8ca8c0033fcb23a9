import type { Json, OpenApiDocument, Schema } from "../../openapi";
import { itemsIn, memberIn, partsOf, typesIn } from "../validation/parts";

/** Whether a text that reads as a number or a boolean is taken for one where a string would do too. */
export type Preference = "typed" | "text";

/** A text as the value that its schema means: `"7"` is 7 where there is a number to be. */
export function coerceText(document: OpenApiDocument, schema: Schema | undefined, text: string, as: Preference): Json {
  const types = typesIn(partsOf(document, schema));
  if (as === "text" && types.has("string")) return text;
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
  if (isNumber && (types.has("number") || types.has("integer"))) return Number(text);
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.has("null") && !types.has("string") && (text === "" || text === "null")) return null;
  return text;
}

export function coerceList(
  document: OpenApiDocument,
  schema: Schema | undefined,
  texts: readonly string[],
  as: Preference,
): Json {
  const items = itemsIn(partsOf(document, schema));
  return texts.map((text) => coerceText(document, items, text, as));
}

export function coerceMembers(
  document: OpenApiDocument,
  schema: Schema | undefined,
  texts: readonly (readonly [string, string])[],
  as: Preference,
): Json {
  const parts = partsOf(document, schema);
  return Object.fromEntries(texts.map(([name, text]) => [name, coerceText(document, memberIn(parts, name), text, as)]));
}
