import { isReference, type OpenApiDocument, type Schema, type SchemaObject } from "../openapi";
import { schemaName } from "../prepare/operations";
import { schemaOf } from "../references";

/** The extension that says of an enum that it tells alternatives apart: it stays closed, or nothing would be told. */
export const tagKey = "x-tag";

/** The schema of a property whose value says which alternative an object is. */
export function tagSchema(values: readonly string[], property?: Schema): SchemaObject {
  const { description } = typeof property === "object" ? property : {};
  return { ...(description === undefined ? {} : { description }), type: "string", enum: [...values], [tagKey]: true };
}

/** The component that a mapping's value means: a reference, or its bare name. */
export function mappedName(target: string): string {
  return schemaName({ $ref: target }) ?? target;
}

/** The values by which a discriminator knows a component: those that its mapping gives it, else its name (OpenAPI, Discriminator Object). */
export function mappedTags({ discriminator }: SchemaObject, component: string): string[] {
  const mapped = Object.entries(discriminator?.mapping ?? {}).filter(([, target]) => mappedName(target) === component);
  return mapped.length === 0 ? [component] : mapped.map(([value]) => value);
}

/** The values that tell an alternative from the others: what the discriminator says, as far as the component can have it. */
export function tagsOf(document: OpenApiDocument, union: SchemaObject, alternative: Schema): string[] | undefined {
  const component = schemaName(alternative);
  if (union.discriminator === undefined || component === undefined) return undefined;
  const own = ownTags(document, alternative, union.discriminator.propertyName);
  return possible(mappedTags(union, component), own);
}

/** What a schema says itself of the values of a property: in its properties, or in a part of its allOf that has no name. */
export function ownTags(document: OpenApiDocument, schema: Schema, property: string): string[] | undefined {
  const value = schemaOf(document, schema);
  if (typeof value !== "object") return undefined;
  const { properties = {} } = value;
  if (!Object.hasOwn(properties, property)) {
    const parts = (value.allOf ?? []).filter((part) => !isReference(part));
    return parts.map((part) => ownTags(document, part, property)).find((found) => found !== undefined);
  }
  const own = schemaOf(document, properties[property]!);
  if (typeof own !== "object") return undefined;
  const values = own.enum ?? (own.const === undefined ? [] : [own.const]);
  const texts = values.filter((one) => typeof one === "string");
  return texts.length === 0 ? undefined : texts;
}

/** Of what a discriminator says that which the schema allows. Where nothing is left, a document contradicts itself, and values fit schemas. */
export function possible(mapped: readonly string[], own: readonly string[] | undefined): string[] {
  const both = mapped.filter((value) => own?.includes(value));
  return [...(own === undefined ? mapped : both.length > 0 ? both : own)];
}
