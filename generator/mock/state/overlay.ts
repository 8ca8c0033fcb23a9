import type { Json, Schema } from "../../openapi";
import { memberIn, memberNames, partsOf } from "../validation/parts";
import type { Schemas } from "../validation/schemas";

/**
 * An example with the members of another value in place of its own: those that the schema knows and may answer. A member that
 * would make the whole unfit stays out, so what is answered fits the document.
 */
export function overlay(schemas: Schemas, schema: Schema | undefined, example: Json, members: Json | undefined): Json {
  if (!isObject(example) || !isObject(members)) return example;
  const known = Object.entries(members).filter(([name]) => isAnswered(schemas, schema, name));
  const all = withMembers(example, known);
  if (schemas.fits(schema, "response", all) || !schemas.fits(schema, "response", example)) return all;
  return known.reduce((value, member) => {
    const next = withMembers(value, [member]);
    return schemas.fits(schema, "response", next) ? next : value;
  }, example);
}

function isAnswered({ document }: Schemas, schema: Schema | undefined, name: string): boolean {
  const parts = partsOf(document, schema);
  if (memberNames(parts).length === 0) return true;
  const member = memberIn(parts, name);
  return member !== undefined && !partsOf(document, member).some(({ writeOnly }) => writeOnly === true);
}

/** As own members, whatever their names. */
function withMembers(value: { [key: string]: Json }, members: readonly [string, Json][]): { [key: string]: Json } {
  return Object.fromEntries([...Object.entries(value), ...members]);
}

export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
