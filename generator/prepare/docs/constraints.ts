import type { Json, SchemaObject } from "../../openapi";
import { codeCell } from "./markdown";

/** The limits of a schema's values, for a cell: `1 to 250`, `pattern …`, `at most 18 characters`; `-` where there are none. */
export function limitsCell(schema: SchemaObject): string {
  const limits = [
    range(lowest(schema), highest(schema), ""),
    range(schema.minLength, schema.maxLength, " characters"),
    range(schema.minItems, schema.maxItems, " items"),
    schema.uniqueItems === true ? "no item twice" : undefined,
    schema.multipleOf === undefined ? undefined : `multiple of ${schema.multipleOf}`,
    schema.pattern === undefined ? undefined : `pattern ${codeCell(schema.pattern)}`,
    schema.format === undefined || schema.format === "binary" ? undefined : `format ${codeCell(schema.format)}`,
  ].filter((limit) => limit !== undefined);
  return limits.length === 0 ? "-" : limits.join(", ");
}

/** A value as JSON, for a cell; `-` where there is none. */
export function valueCell(value: Json | undefined): string {
  if (value === undefined) return "-";
  const json = JSON.stringify(value);
  return codeCell(json.length > 80 ? `${json.slice(0, 79)}…` : json);
}

function range(from: string | number | undefined, to: string | number | undefined, unit: string): string | undefined {
  // An exclusive limit is worded already.
  if (typeof from === "string" || typeof to === "string")
    return [from, to].filter((limit) => limit !== undefined).join(", ");
  if (from === undefined) return to === undefined ? undefined : `at most ${to}${unit}`;
  return to === undefined ? `at least ${from}${unit}` : `${from} to ${to}${unit}`;
}

/** `exclusiveMinimum` is a flag in 3.0 and a number in 3.1. */
function lowest({ minimum, exclusiveMinimum }: SchemaObject): string | number | undefined {
  if (typeof exclusiveMinimum === "number") return `more than ${exclusiveMinimum}`;
  return minimum !== undefined && exclusiveMinimum === true ? `more than ${minimum}` : minimum;
}

function highest({ maximum, exclusiveMaximum }: SchemaObject): string | number | undefined {
  if (typeof exclusiveMaximum === "number") return `less than ${exclusiveMaximum}`;
  return maximum !== undefined && exclusiveMaximum === true ? `less than ${maximum}` : maximum;
}
