import { isReference, type OpenApiDocument, type Schema, type SchemaObject } from "../../openapi";
import type { Direction } from "../../prepare/docs/example";
import { atPointer, dereference } from "../../references";

type JsonSchema = boolean | { [keyword: string]: unknown };

const kept =
  "type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired format".split(
    " ",
  );
const single =
  "items additionalProperties not if then else contains propertyNames unevaluatedItems unevaluatedProperties".split(
    " ",
  );
const lists = "allOf anyOf oneOf prefixItems".split(" ");
const maps = "properties patternProperties dependentSchemas".split(" ");

/**
 * A schema of the document, either dialect, as a JSON Schema (2020-12) that stands alone: what it refers to is in its `$defs`. A
 * request need not have what is readOnly, nor a response what is writeOnly (OpenAPI 3.0.3, Schema Object, fixed fields).
 */
export function toJsonSchema(document: OpenApiDocument, schema: Schema, direction: Direction): JsonSchema {
  return new Translation(document, direction).run(schema);
}

class Translation {
  private readonly isOld: boolean;
  private readonly names = new Map<string, string>();
  private readonly definitions: Record<string, JsonSchema> = {};

  constructor(
    private readonly document: OpenApiDocument,
    private readonly direction: Direction,
  ) {
    this.isOld = document.openapi.startsWith("3.0");
  }

  run(schema: Schema): JsonSchema {
    const translated = this.translate(schema);
    return typeof translated === "boolean" ? translated : { ...translated, $defs: this.definitions };
  }

  private translate(schema: Schema): JsonSchema {
    if (typeof schema === "boolean") return schema;
    const source = schema as unknown as Record<string, unknown>;
    const result: { [keyword: string]: unknown } = isReference(schema) ? { $ref: this.refer(schema.$ref) } : {};
    if (this.isOld && isReference(schema)) return result;
    for (const keyword of kept) if (source[keyword] !== undefined) result[keyword] = source[keyword];
    for (const keyword of single)
      if (source[keyword] !== undefined) result[keyword] = this.translate(source[keyword] as Schema);
    for (const keyword of lists)
      if (source[keyword] !== undefined)
        result[keyword] = (source[keyword] as Schema[]).map((part) => this.translate(part));
    for (const keyword of maps)
      if (source[keyword] !== undefined) result[keyword] = this.map(source[keyword] as Record<string, Schema>);
    if (schema.required !== undefined) result["required"] = schema.required.filter((name) => this.isOwed(schema, name));
    return this.isOld ? modern(result, schema) : result;
  }

  private map(schemas: Record<string, Schema>): Record<string, JsonSchema> {
    return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, this.translate(schema)]));
  }

  private refer(reference: string): string {
    const known = this.names.get(reference);
    if (known !== undefined) return `#/$defs/${known}`;
    const name = `d${this.names.size}`;
    this.names.set(reference, name);
    this.definitions[name] = this.translate(atPointer(this.document, reference) as Schema);
    return `#/$defs/${name}`;
  }

  private isOwed({ properties = {} }: SchemaObject, name: string): boolean {
    if (!Object.hasOwn(properties, name)) return true;
    const property = dereference<Schema>(this.document, properties[name] as SchemaObject);
    if (typeof property === "boolean") return true;
    return this.direction === "request" ? property.readOnly !== true : property.writeOnly !== true;
  }
}

/** 3.0's own keywords in today's words: `nullable`, and `exclusiveMinimum` and `exclusiveMaximum` as marks on the limits. */
function modern(result: { [keyword: string]: unknown }, { nullable, type }: SchemaObject): JsonSchema {
  for (const [mark, limit] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const marked = result[mark] === true && typeof result[limit] === "number";
    const value = result[limit];
    if (typeof result[mark] === "boolean") Reflect.deleteProperty(result, mark);
    if (!marked) continue;
    Reflect.deleteProperty(result, limit);
    result[mark] = value;
  }
  if (nullable !== true) return result;
  if (["allOf", "anyOf", "oneOf", "not"].some((keyword) => result[keyword] !== undefined))
    return { anyOf: [result, { type: "null" }] };
  if (type !== undefined) result["type"] = [type, "null"].flat();
  const values = result["enum"];
  if (Array.isArray(values)) result["enum"] = [...(values as unknown[]).filter((value) => value !== null), null];
  return result;
}
