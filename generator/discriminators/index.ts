import type { Document } from "../flow";
import { isReference, type OpenApiDocument, type Schema, type SchemaObject } from "../openapi";
import { subschemas } from "../prepare/open-enums";
import { resolveOperations, schemaName } from "../prepare/operations";
import { mappedTags, ownTags, possible, tagSchema } from "./tags";

/** By component and property: the values that say that an object is this one. */
type Tags = Map<string, Map<string, Set<string>>>;

/**
 * `Document` → `Document` in which a component that discriminators tell apart says by which values: of every union that it is in, and of a
 * parent that it names in allOf. What types, examples and docs say of it is then the same. Where there is none, it is the same document.
 */
export function tellApart(document: Document): Document {
  const { openapi } = document;
  const tags: Tags = new Map();
  for (const schema of allSchemas(openapi)) if (schema.discriminator !== undefined) collectFromUnion(schema, tags);
  for (const name of Object.keys(openapi.components?.schemas ?? {})) collectFromParents(openapi, name, tags);
  if (tags.size === 0) return document;
  const schemas = Object.create(null) as Record<string, Schema>;
  for (const [name, schema] of Object.entries(openapi.components?.schemas ?? {}))
    schemas[name] = tagged(openapi, schema, tags.get(name) ?? new Map());
  return { ...document, openapi: { ...openapi, components: { ...openapi.components, schemas } } };
}

function collectFromUnion(union: SchemaObject, tags: Tags): void {
  for (const part of [...(union.oneOf ?? []), ...(union.anyOf ?? [])]) {
    const component = schemaName(part);
    if (component !== undefined) add(tags, component, union.discriminator!.propertyName, mappedTags(union, component));
  }
}

/** An object of a component is one of its parent's: both are told by its values. */
function collectFromParents(openapi: OpenApiDocument, component: string, tags: Tags): void {
  for (const [name, between] of ancestors(openapi, component)) {
    const parent = openapi.components?.schemas?.[name];
    if (typeof parent !== "object" || parent.discriminator === undefined || parent.oneOf || parent.anyOf) continue;
    for (const one of [component, ...between])
      add(tags, one, parent.discriminator.propertyName, mappedTags(parent, component));
  }
}

/** The components that a component names in allOf, and those that they name; each with those between. */
function ancestors(openapi: OpenApiDocument, component: string): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (name: string, between: readonly string[]): void => {
    const schema = openapi.components?.schemas?.[name];
    const parents = typeof schema === "object" ? (schema.allOf ?? []).map(schemaName) : [];
    for (const parent of parents) {
      if (parent === undefined || parent === component || found.has(parent)) continue;
      found.set(parent, between);
      visit(parent, [...between, parent]);
    }
  };
  visit(component, []);
  return found;
}

function add(tags: Tags, component: string, property: string, values: readonly string[]): void {
  const own = tags.get(component) ?? new Map<string, Set<string>>();
  own.set(property, new Set([...(own.get(property) ?? []), ...values]));
  tags.set(component, own);
}

function tagged(openapi: OpenApiDocument, schema: Schema, tags: ReadonlyMap<string, ReadonlySet<string>>): Schema {
  let result = schema;
  for (const [property, mapped] of tags) {
    if (typeof result !== "object" || result.oneOf !== undefined || result.anyOf !== undefined) continue;
    result = withTag(result, property, possible([...mapped], ownTags(openapi, result, property)));
  }
  return result;
}

/** In the property where the schema has it, else beside its own properties, else in a part of its own. What is no object stays. */
function withTag(schema: SchemaObject, name: string, values: readonly string[]): SchemaObject {
  const { properties = {}, required = [], allOf } = schema;
  const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (typeof own === "object" && own.type !== undefined && ![own.type].flat().includes("string")) return schema;
  if (own === undefined && schema.properties === undefined && allOf !== undefined)
    return { ...schema, allOf: inPart(allOf, name, values) };
  if (own === undefined && schema.properties === undefined && schema.type !== "object") return schema;
  const tag = tagSchema(values, own);
  return { ...schema, required: [...new Set([...required, name])], properties: { ...properties, [name]: tag } };
}

/** In the part without a name that has the property, else in one more. */
function inPart(parts: readonly Schema[], name: string, values: readonly string[]): Schema[] {
  const hasIt = (part: Schema): part is SchemaObject =>
    typeof part === "object" && part.properties !== undefined && Object.hasOwn(part.properties, name);
  if (parts.some(hasIt)) return parts.map((part) => (hasIt(part) ? withTag(part, name, values) : part));
  return [...parts, { type: "object", required: [name], properties: { [name]: tagSchema(values) } }];
}

/** Every schema of the components and of the operations, however deep. */
function allSchemas(openapi: OpenApiDocument): SchemaObject[] {
  const found = new Set<SchemaObject>();
  const visit = (schema: Schema | undefined): void => {
    if (typeof schema !== "object" || found.has(schema)) return;
    found.add(schema);
    if (!isReference(schema)) subschemas(schema).forEach(visit);
  };
  Object.values(openapi.components?.schemas ?? {}).forEach(visit);
  for (const { parameters, requestBody, responses } of resolveOperations(openapi)) {
    parameters.forEach(({ schema }) => visit(schema));
    const contents = [...parameters, requestBody?.value, ...responses.map(({ value }) => value)];
    for (const { schema } of contents.flatMap((one) => Object.values(one?.content ?? {}))) visit(schema);
  }
  return [...found];
}
