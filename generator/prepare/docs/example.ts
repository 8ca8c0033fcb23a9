import {
  type Example,
  type Json,
  type MediaType,
  type OpenApiDocument,
  type Schema,
  type SchemaObject,
} from "../../openapi";
import { tagsOf } from "../../discriminators/tags";
import { dereference, schemaOf } from "../../references";
import { oncePer } from "../../remembered";
import { bytesOf } from "./bytes";
import { fits, type Budget } from "./fits";
import { stringExample } from "./string-example";
import { typesOf } from "./type-label";

/** Whether a value goes to the API or comes from it: readOnly and writeOnly fields are left out accordingly. */
export type Direction = "request" | "response";

/** How deep an example made from schemas goes with what is optional; real ones from the document go as deep as they are. */
const deepest = 6;

/** More items than this no list has, whatever a document asks for. */
const mostItems = 100;

/** How many alternatives an example tries beside the first of each schema: they multiply with depth. */
const mostTries = 50;

/** The first example that a media type or a parameter has itself and that fits its schema, with its name; `undefined` where there is none. */
export function ownExample(
  document: OpenApiDocument,
  { example, examples, schema }: Pick<MediaType, "example" | "examples" | "schema">,
): { title: string | undefined; value: Json } | undefined {
  if (example !== undefined && fits(document, schema, example)) return { title: undefined, value: example };
  for (const [key, reference] of Object.entries(examples ?? {})) {
    const { value, summary } = dereference<Example>(document, reference);
    if (value !== undefined && fits(document, schema, value)) return { title: summary ?? key, value };
  }
  return undefined;
}

/** A value that fits a schema, always the same: its examples and defaults where it has some, else made from its keywords. */
export function exampleOf(
  document: OpenApiDocument,
  schema: Schema | undefined,
  direction: Direction,
  { onlyRequired = false, withBytes = false }: { onlyRequired?: boolean; withBytes?: boolean } = {},
): Json {
  const own = schemaOf(document, schema);
  if (typeof own !== "object") return {};
  const known = examples(document);
  const key = `${direction} ${onlyRequired} ${withBytes}`;
  if (!known.has(key))
    known.set(
      key,
      oncePer((one) => new ExampleMaker(document, direction, onlyRequired, withBytes).make(one, [])),
    );
  return known.get(key)!(own);
}

/** By what is asked for beside the schema: an error's is asked for by every operation. */
const examples = oncePer((_document: OpenApiDocument) => new Map<string, (schema: SchemaObject) => Json>());

class ExampleMaker {
  private tries = 0;
  /** Of what is asked of values that are made. */
  private readonly budget: Budget = { left: 200_000 };

  constructor(
    private readonly document: OpenApiDocument,
    private readonly direction: Direction,
    private readonly onlyRequired: boolean,
    private readonly withBytes: boolean,
  ) {}

  make(schema: Schema | undefined, trail: readonly SchemaObject[]): Json {
    if (schema === undefined || typeof schema === "boolean") return {};
    const value = schemaOf(this.document, schema);
    if (typeof value === "boolean") return {};
    if (this.withBytes && value.format === "binary") return bytesOf("application/octet-stream");
    const given =
      (this.onlyRequired || this.withBytes) && typesOf(value).includes("object") ? undefined : this.given(value);
    if (given !== undefined) return given;
    const type = typesOf(value).find((one) => one !== "null");
    if (trail.includes(value) || (trail.length > deepest && type === "array")) return type === "array" ? [] : {};
    const inner = [...trail, value];
    const alternatives = this.alternatives(value);
    return value.allOf === undefined && alternatives.length === 0
      ? this.simple(value, inner)
      : this.combined(value, alternatives, inner);
  }

  /** All parts of `allOf` with one alternative: the first with which the whole is what the schema says; else the first. */
  private combined(schema: SchemaObject, alternatives: readonly Schema[], trail: readonly SchemaObject[]): Json {
    const own = schema.properties === undefined ? [] : [this.object(schema, trail)];
    const parts = [...(schema.allOf ?? []).map((part) => this.make(part, trail)), ...own];
    const merged = (more: readonly Json[], alternative?: Schema): Json =>
      this.merge(schema, [...parts, ...more], {
        ...this.required(schema, alternative),
        ...this.tag(schema, alternative),
      });
    let first: Json | undefined;
    for (const alternative of alternatives) {
      for (const made of this.valuesOf(alternative, trail)) {
        const value = merged([made], alternative);
        if (this.isExactly(schema, value)) return value;
        first ??= value;
        if (++this.tries > mostTries) return first;
      }
    }
    return first ?? merged([]);
  }

  /** The alternatives of a type that the schema allows. */
  private alternatives(schema: SchemaObject): readonly Schema[] {
    const types = typesOf(schema);
    return (schema.oneOf ?? schema.anyOf ?? []).filter((part) => {
      const own = schemaOf(this.document, part);
      const partTypes = typeof own === "object" ? typesOf(own) : [];
      return types.length === 0 || partTypes.length === 0 || partTypes.some((type) => types.includes(type));
    });
  }

  /** What an alternative may be: of an enum each value, for one of them may be another alternative's, too. */
  private *valuesOf(alternative: Schema, trail: readonly SchemaObject[]): Generator<Json> {
    yield this.make(alternative, trail);
    const own = schemaOf(this.document, alternative);
    if (typeof own === "object") yield* own.enum ?? [];
  }

  /** Whether a value is what a schema says, and one alternative of `oneOf` alone. */
  private isExactly(schema: SchemaObject, value: Json): boolean {
    const { oneOf = [] } = schema;
    return (
      this.fits(schema, value) &&
      (oneOf.length < 2 || oneOf.filter((part) => this.fits(part, value, true)).length === 1)
    );
  }

  private fits(schema: Schema, value: Json, isOpen = false): boolean {
    return fits(this.document, schema, value, { budget: this.budget, isOpen });
  }

  /** Objects become one; of anything else that which the schema takes counts, else the last. */
  private merge(schema: SchemaObject, parts: readonly Json[], more: { [key: string]: Json }): Json {
    const others = parts.filter((part) => !isObject(part));
    if (others.length > 0) return others.find((part) => this.fits(schema, part)) ?? others.at(-1)!;
    const result: { [key: string]: Json } = {};
    for (const part of [...parts.filter(isObject), more])
      for (const [key, value] of Object.entries(part)) define(result, key, value);
    return result;
  }

  /** What tells the alternative from the others. */
  private tag(schema: SchemaObject, alternative: Schema | undefined): { [key: string]: Json } {
    const [tag] = alternative === undefined ? [] : (tagsOf(this.document, schema, alternative) ?? []);
    return tag === undefined ? {} : { [schema.discriminator!.propertyName]: tag };
  }

  /** What the schema says of itself, where it does not contradict itself. */
  private given(schema: SchemaObject): Json | undefined {
    const { example, examples, const: only, default: value, enum: values } = schema;
    const candidates = [example, ...(examples ?? []), only, value, values?.find((one) => one !== null)];
    return candidates.find((candidate) => candidate !== undefined && fits(this.document, schema, candidate));
  }

  private simple(schema: SchemaObject, trail: readonly SchemaObject[]): Json {
    switch (typesOf(schema).find((type) => type !== "null")) {
      case "array":
        return schema.prefixItems
          ? schema.prefixItems.map((item) => this.make(item, trail))
          : this.items(schema, trail);
      case "object":
        return this.object(schema, trail);
      case "string":
        return stringExample(schema);
      case "integer":
      case "number":
        return numberExample(schema);
      case "boolean":
        return true;
      case undefined:
        return typesOf(schema).includes("null") ? null : {};
      default:
        return {};
    }
  }

  private items(schema: SchemaObject, trail: readonly SchemaObject[]): Json[] {
    if (this.isAround(schema.items, trail)) return [];
    const item = this.make(schema.items, trail);
    return Array.from({ length: Math.min(Math.max(schema.minItems ?? 1, 1), mostItems) }, () => item);
  }

  private object(schema: SchemaObject, trail: readonly SchemaObject[]): { [key: string]: Json } {
    const result: { [key: string]: Json } = {};
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const isWanted = schema.required?.includes(name) ?? false;
      if (this.isLeftOut(property) || ((this.onlyRequired || trail.length > deepest) && !isWanted)) continue;
      if (!isWanted && this.isAround(property, trail)) continue;
      define(result, name, this.make(property, trail));
    }
    const values = schema.additionalProperties;
    if (!this.onlyRequired && schema.properties === undefined && typeof values === "object") {
      const name = schema.propertyNames === undefined ? "key" : this.make(schema.propertyNames, trail);
      define(result, typeof name === "string" ? name : "key", this.make(values, trail));
    }
    return result;
  }

  /** Fields that a part of the whole has and another requires. */
  private required(schema: SchemaObject, alternative: Schema | undefined): { [key: string]: Json } {
    if (!this.onlyRequired) return {};
    const parts = [schema, ...(schema.allOf ?? []), ...(alternative === undefined ? [] : [alternative])].map((part) =>
      schemaOf(this.document, part),
    );
    const objects = parts.filter((part): part is SchemaObject => typeof part === "object");
    const result: { [key: string]: Json } = {};
    for (const name of objects.flatMap(({ required = [] }) => required)) {
      const property = objects
        .map(({ properties = {} }) => (Object.hasOwn(properties, name) ? properties[name] : undefined))
        .find((found) => found !== undefined);
      if (property !== undefined) define(result, name, this.make(property, [schema]));
    }
    return result;
  }

  /** Whether a schema leads back to one that the value is in already: it would go round without an end. */
  private isAround(schema: Schema | undefined, trail: readonly SchemaObject[]): boolean {
    const own = schemaOf(this.document, schema);
    return typeof own === "object" && trail.includes(own);
  }

  private isLeftOut(property: Schema): boolean {
    const value = schemaOf(this.document, property);
    if (typeof value === "boolean") return false;
    return this.direction === "request" ? value.readOnly === true : value.writeOnly === true;
  }
}

function numberExample({ minimum, maximum, exclusiveMinimum, multipleOf }: SchemaObject): number {
  const lowest =
    typeof exclusiveMinimum === "number"
      ? exclusiveMinimum + 1
      : exclusiveMinimum === true
        ? (minimum ?? 0) + 1
        : (minimum ?? 1);
  const value = maximum !== undefined && maximum < lowest ? maximum : lowest;
  return multipleOf === undefined ? value : Math.ceil(value / multipleOf) * multipleOf;
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** As an own member, whatever the name. */
function define(target: { [key: string]: Json }, name: string, value: Json): void {
  if (name !== "__proto__") target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
