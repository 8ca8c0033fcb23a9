import { type Json, type OpenApiDocument, type Schema, type SchemaObject } from "../../openapi";
import { schemaOf } from "../../references";
import { compilePattern } from "../../pattern";
import { isNullable, typesOf } from "./type-label";

/** Deeper than this nothing is looked at: schemas may go round. */
const deepest = 40;

/**
 * Whether an example is what its schema says, as far as a type can tell: documents contradict themselves, and an example that does
 * is of no use in a program. Formats are not looked at. A member that no part of the schema names does not fit, unless
 * the schema lets others in.
 */
export function fits(
  document: OpenApiDocument,
  schema: Schema | undefined,
  value: Json,
  { budget = { left: 100_000 }, isOpen = false }: FitOptions = {},
): boolean {
  return new Judge(document, budget).fits(schema, value, 0, !isOpen);
}

export interface FitOptions {
  readonly budget?: Budget;
  /** Whether members that no part names are let in, as JSON Schema has it. */
  readonly isOpen?: boolean;
}

/** How many schemas are looked at; what comes after that fits. Alternatives in alternatives multiply. */
export interface Budget {
  left: number;
}

type Members = { readonly [key: string]: Json };

class Judge {
  constructor(
    private readonly document: OpenApiDocument,
    private readonly budget: Budget,
  ) {}

  /** `isWhole`: whether the schema speaks of all members of an object; one beside others does not. */
  fits(schema: Schema | undefined, value: Json, depth: number, isWhole: boolean): boolean {
    this.budget.left -= 1;
    if (schema === undefined || schema === true || depth > deepest || this.budget.left < 0) return true;
    const own = schemaOf(this.document, schema);
    if (typeof own === "boolean") return own;
    if (value === null) return isNullable(own) || typesOf(own).length === 0;
    return (
      hasType(own, value) &&
      isListed(own, value) &&
      isInside(own, value) &&
      this.fitsParts(own, value, depth) &&
      this.fitsMembers(own, value, depth, isWhole)
    );
  }

  private fitsParts({ allOf = [], properties, oneOf, anyOf }: SchemaObject, value: Json, depth: number): boolean {
    const some = oneOf ?? anyOf;
    const isWhole = allOf.length === 0 && properties === undefined;
    return (
      allOf.every((part) => this.fits(part, value, depth + 1, false)) &&
      (some === undefined || some.some((part) => this.fits(part, value, depth + 1, isWhole)))
    );
  }

  private fitsMembers(schema: SchemaObject, value: Json, depth: number, isWhole: boolean): boolean {
    if (Array.isArray(value)) return value.every((item) => this.fits(schema.items, item, depth + 1, true));
    if (typeof value !== "object" || value === null) return true;
    const { properties = {}, required = [] } = schema;
    if (required.some((name) => !Object.hasOwn(value, name))) return false;
    if ((isWhole || schema.additionalProperties === false) && !this.knowsAll(schema, value)) return false;
    return Object.entries(value).every(
      ([name, member]) => !Object.hasOwn(properties, name) || this.fits(properties[name], member, depth + 1, true),
    );
  }

  private knowsAll(schema: SchemaObject, value: Members): boolean {
    const names = this.namesOf(schema, new Set());
    return names === undefined || Object.keys(value).every((name) => names.has(name));
  }

  /** The members that a schema and its parts name, each part once: parts may go round. `undefined`: others may be there. */
  private namesOf(schema: Schema, seen: Set<SchemaObject>): Set<string> | undefined {
    const own = schemaOf(this.document, schema);
    if (typeof own === "boolean") return undefined;
    if (seen.has(own)) return new Set();
    seen.add(own);
    const parts = [...(own.allOf ?? []), ...(own.oneOf ?? []), ...(own.anyOf ?? [])];
    if (own.additionalProperties !== undefined && own.additionalProperties !== false) return undefined;
    if (own.properties === undefined && parts.length === 0) return undefined;
    const names = parts.map((part) => this.namesOf(part, seen));
    if (names.includes(undefined)) return undefined;
    return new Set([...Object.keys(own.properties ?? {}), ...names.flatMap((set) => [...set!])]);
  }
}

function hasType(schema: SchemaObject, value: Json): boolean {
  const types = typesOf(schema);
  const type = Array.isArray(value) ? "array" : typeof value;
  return types.length === 0 || types.includes(type) || (types.includes("integer") && Number.isInteger(value));
}

function isListed(schema: SchemaObject, value: Json): boolean {
  const listed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return listed === undefined || listed.some((own) => JSON.stringify(own) === JSON.stringify(value));
}

/** A pattern that can't be run takes every text. */
function isLike(text: string, pattern: string | undefined): boolean {
  return pattern === undefined || (compilePattern(pattern)?.test(text) ?? true);
}

function isInside(schema: SchemaObject, value: Json): boolean {
  const {
    minimum = -Infinity,
    maximum = Infinity,
    minLength = 0,
    maxLength = Infinity,
    minItems = 0,
    maxItems = Infinity,
  } = schema;
  if (typeof value === "number") return value >= minimum && value <= maximum;
  if (typeof value === "string")
    return value.length >= minLength && value.length <= maxLength && isLike(value, schema.pattern);
  return !Array.isArray(value) || (value.length >= minItems && value.length <= maxItems);
}
