import type { Json, OpenApiDocument, Schema } from "../../openapi";
import { exampleOf } from "../../prepare/docs/example";
import { parameterExample } from "../../prepare/docs/operation-examples";
import { coerceText } from "../request/coerce";
import { memberIn, partsOf } from "../validation/parts";
import type { Schemas } from "../validation/schemas";
import type { Collection } from "./collection";

/** Makes the identifiers of a collection, always the same: the n-th as a text, as it stands in a path. */
export type Identifiers = (n: number) => string;

/**
 * Identifiers that the schemas of the path parameter and of the identifying member take. The first is the parameter's example, so
 * that the calls of the docs find something, and the rest count on from it; else numbers, UUIDs, the member's example with a
 * number. `undefined`: none fit.
 */
export function identifiersOf(schemas: Schemas, collection: Collection): Identifiers | undefined {
  const { document } = schemas;
  const example = parameterText(document, collection);
  const ways: Identifiers[] = [
    ...(example !== undefined && /^[1-9]\d*$/.test(example)
      ? [(n: number) => String(BigInt(example) + BigInt(n))]
      : []),
    ...(example === undefined ? [] : [(n: number) => (n === 0 ? example : `${example}-${n}`)]),
    (n) => String(n + 1),
    (n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    (n) => String(n).padStart(24, "0"),
    (n) => (n === 0 ? fallback(document, collection) : `${fallback(document, collection)}-${n}`),
  ];
  return ways.find((way) => [0, 1, 999].every((n) => isTaken(schemas, collection, way(n))));
}

/** A text as the identifying member has it: a number where it is one. */
export function identifierValue({ document }: Schemas, collection: Collection, id: string): Json {
  return coerceText(document, identifierSchema(document, collection), id, "text");
}

function isTaken(schemas: Schemas, collection: Collection, id: string): boolean {
  const { parameter, identifier } = collection;
  const asParameter = coerceText(schemas.document, parameter?.schema, id, "text");
  return (
    schemas.fits(parameter?.schema, "request", asParameter) &&
    (identifier === undefined ||
      schemas.fits(
        identifierSchema(schemas.document, collection),
        "response",
        identifierValue(schemas, collection, id),
      ))
  );
}

function identifierSchema(document: OpenApiDocument, { identifier, item }: Collection): Schema | undefined {
  return identifier === undefined ? undefined : memberIn(partsOf(document, item.schema), identifier);
}

/** What the docs' calls have in the place of the path parameter. */
export function parameterText(document: OpenApiDocument, { parameter }: Collection): string | undefined {
  const value = parameter && parameterExample(document, parameter);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function fallback(document: OpenApiDocument, collection: Collection): string {
  const value = exampleOf(document, identifierSchema(document, collection) ?? collection.parameter?.schema, "response");
  return typeof value === "object" ? "1" : String(value);
}
