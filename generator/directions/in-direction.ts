import type { OpenApiDocument, Schema, SchemaObject } from "../openapi";
import { schemaName } from "../prepare/operations";
import { mappedName } from "../discriminators/tags";
import { isAbsent, type Direction } from "./flagged";

/** A copy of a schema as it is in one direction: without the properties that are not there, its references led on by `rename`. */
export function inDirection(
  document: OpenApiDocument,
  schema: Schema,
  direction: Direction,
  rename: (component: string) => string,
): Schema {
  const copy = (value: Schema): Schema => {
    if (typeof value === "boolean") return value;
    const removed = absentNames(document, value, direction);
    const result = Object.create(null) as Record<string, unknown>;
    for (const [key, member] of Object.entries(value)) result[key] = copyMember(key, member as unknown, removed);
    if (Array.isArray(result["required"]) && result["required"].length === 0) delete result["required"];
    if (typeof value.discriminator === "object") result["discriminator"] = discriminator(value);
    return result;
  };
  const copyMember = (key: string, member: unknown, removed: ReadonlySet<string>): unknown => {
    if (key === "$ref") {
      const name = schemaName({ $ref: member });
      return name === undefined ? member : `#/components/schemas/${rename(name)}`;
    }
    if (key === "required" && Array.isArray(member)) return member.filter((name) => !removed.has(name as string));
    if (maps.has(key)) return copyMap(member as Record<string, Schema>, key === "properties" ? removed : new Set());
    if (lists.has(key) && Array.isArray(member)) return member.map((item) => copy(item as Schema));
    return single.has(key) && typeof member === "object" ? copy(member as Schema) : member;
  };
  const copyMap = (map: Record<string, Schema>, removed: ReadonlySet<string>): Record<string, Schema> => {
    const result = Object.create(null) as Record<string, Schema>;
    for (const [name, member] of Object.entries(map)) if (!removed.has(name)) result[name] = copy(member);
    return result;
  };
  /** A value that stands for a component by its name goes on to stand for it. */
  const discriminator = (value: SchemaObject): object => {
    const { propertyName, mapping = {} } = value.discriminator!;
    const named = [...(value.oneOf ?? []), ...(value.anyOf ?? [])].flatMap((part) => schemaName(part) ?? []);
    const mapped = new Set(Object.values(mapping).map(mappedName));
    const implied = named.filter((name) => !mapped.has(name)).map((name) => [name, name] as const);
    const entries = [...Object.entries(mapping), ...implied].map(
      ([tag, target]) => [tag, `#/components/schemas/${rename(mappedName(target))}`] as const,
    );
    return { propertyName, mapping: Object.fromEntries(entries) };
  };
  return copy(schema);
}

const maps = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);
const lists = new Set(["allOf", "oneOf", "anyOf", "prefixItems"]);
const single = new Set("items additionalProperties not contains if then else unevaluatedProperties".split(" "));

/** Names of the properties, own or of a part of allOf, that are not there; what requires them requires nothing. */
function absentNames(document: OpenApiDocument, schema: SchemaObject, direction: Direction): Set<string> {
  const names = new Set<string>();
  const seen = new Set<SchemaObject>();
  const visit = (value: Schema | undefined): void => {
    if (typeof value !== "object" || seen.has(value)) return;
    seen.add(value);
    for (const [name, property] of Object.entries(value.properties ?? {}))
      if (isAbsent(document, property, direction)) names.add(name);
    const component = schemaName(value);
    if (component !== undefined) visit(document.components?.schemas?.[component]);
    value.allOf?.forEach(visit);
  };
  visit(schema);
  return names;
}
