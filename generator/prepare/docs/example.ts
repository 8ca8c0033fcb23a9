import {
  isReference,
  type Example,
  type Json,
  type MediaType,
  type OpenApiDocument,
  type Schema,
  type SchemaObject,
} from "../../openapi";
import { tagsOf } from "../../discriminators/tags";
import { dereference } from "../../references";
import { fits } from "./fits";
import { typesOf } from "./type-label";

/** Whether a value goes to the API or comes from it: readOnly and writeOnly fields are left out accordingly. */
export type Direction = "request" | "response";

/** Stands for bytes in an example of code, which writes a `Blob`; no text of a document holds this character. */
export const bytes = "\u0000";

/** How deep an example made from schemas goes with what is optional; real ones from the document go as deep as they are. */
const deepest = 6;

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
  options: { onlyRequired?: boolean; withBytes?: boolean } = {},
): Json {
  return new ExampleMaker(document, direction, options.onlyRequired === true, options.withBytes === true).make(
    schema,
    [],
  );
}

class ExampleMaker {
  constructor(
    private readonly document: OpenApiDocument,
    private readonly direction: Direction,
    private readonly onlyRequired: boolean,
    private readonly withBytes: boolean,
  ) {}

  make(schema: Schema | undefined, trail: readonly SchemaObject[]): Json {
    if (schema === undefined || typeof schema === "boolean") return {};
    const value = isReference(schema) ? dereference<Schema>(this.document, schema) : schema;
    if (typeof value === "boolean") return {};
    if (this.withBytes && value.format === "binary") return bytes;
    const given =
      (this.onlyRequired || this.withBytes) && typesOf(value).includes("object") ? undefined : this.given(value);
    if (given !== undefined) return given;
    const type = typesOf(value).find((one) => one !== "null");
    if (trail.includes(value) || (trail.length > deepest && type === "array")) return type === "array" ? [] : {};
    const inner = [...trail, value];
    const alternative = this.alternative(value);
    if (value.allOf !== undefined || alternative !== undefined) {
      const parts = [...(value.allOf ?? []), ...(alternative === undefined ? [] : [alternative])].map((part) =>
        this.make(part, inner),
      );
      return merge([...parts, ...(value.properties === undefined ? [] : [this.object(value, inner)])], {
        ...this.required(value),
        ...this.tag(value, alternative),
      });
    }
    return this.simple(value, inner);
  }

  /** The first alternative of a type that the schema allows. */
  private alternative(schema: SchemaObject): Schema | undefined {
    const types = typesOf(schema);
    return (schema.oneOf ?? schema.anyOf)?.find((part) => {
      const own = isReference(part) ? dereference<Schema>(this.document, part) : part;
      const partTypes = typeof own === "object" ? typesOf(own) : [];
      return types.length === 0 || partTypes.length === 0 || partTypes.some((type) => types.includes(type));
    });
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
    return Array.from({ length: Math.min(Math.max(schema.minItems ?? 1, 1), 3) }, () => item);
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
    if (!this.onlyRequired && schema.properties === undefined && typeof values === "object")
      define(result, "key", this.make(values, trail));
    return result;
  }

  /** Fields that a part of allOf has and another requires. */
  private required(schema: SchemaObject): { [key: string]: Json } {
    if (!this.onlyRequired) return {};
    const parts = [schema, ...(schema.allOf ?? [])].map((part) =>
      isReference(part) ? dereference<Schema>(this.document, part) : part,
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
    const own = isReference(schema) ? dereference<Schema>(this.document, schema) : schema;
    return typeof own === "object" && trail.includes(own);
  }

  private isLeftOut(property: Schema): boolean {
    const value = isReference(property) ? dereference<Schema>(this.document, property) : property;
    if (typeof value === "boolean") return false;
    return this.direction === "request" ? value.readOnly === true : value.writeOnly === true;
  }
}

function stringExample({ format, pattern, minLength = 0, maxLength = Infinity }: SchemaObject): string {
  const base =
    (format !== undefined && formats[format]) || (/^\^?(\\d|\[0-9\])/.test(pattern ?? "") ? "1234567890" : "string");
  return base.padEnd(minLength, base.at(-1)).slice(0, Math.max(minLength, Math.min(maxLength, base.length)));
}

/** Values of RFC 3339 and its like; the day is nobody's. */
const formats: Readonly<Record<string, string>> = {
  "date-time": "2020-01-01T00:00:00Z",
  date: "2020-01-01",
  time: "00:00:00Z",
  email: "name@example.com",
  uri: "https://example.com",
  url: "https://example.com",
  uuid: "00000000-0000-4000-8000-000000000000",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  hostname: "example.com",
  byte: "AA==",
};

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

/** Objects become one; of anything else the last that is no empty object counts. */
function merge(parts: readonly Json[], more: { [key: string]: Json }): Json {
  const isObject = (part: Json): part is { [key: string]: Json } =>
    typeof part === "object" && part !== null && !Array.isArray(part);
  const other = parts.findLast((part) => !isObject(part));
  if (other !== undefined) return other;
  const result: { [key: string]: Json } = {};
  for (const part of [...parts.filter(isObject), more])
    for (const [key, value] of Object.entries(part)) define(result, key, value);
  return result;
}

/** As an own member, whatever the name. */
function define(target: object, name: string, value: Json): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
