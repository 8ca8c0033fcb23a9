import type { PreparedDocument } from "../../flow";

/** What a tag and a schema are called on the way through the JAR: it sorts by name, and changes names that are not like these. */
export interface Alias {
  readonly tag: (index: number) => string;
  readonly schema: (index: number) => string;
}

/** Padded, so that sorting by name keeps our order; letters first, so that nothing is renamed. */
export function aliasOf(document: PreparedDocument): Alias {
  const width = String(Math.max(document.tags.length, document.schemas.length)).length;
  const padded = (index: number): string => String(index).padStart(width, "0");
  return { tag: (index) => `Tag${padded(index)}`, schema: (index) => `Schema${padded(index)}` };
}

/**
 * The document that the JAR reads: valid OpenAPI 3.0.3, one path for each operation and one object schema for each page, in our
 * order. Everything real is in `x-gen`, so that nothing depends on what the JAR makes of names, types and texts.
 */
export function carrier(document: PreparedDocument, alias: Alias): object {
  const operations = document.tags.flatMap((tag, index) =>
    tag.operations.map((view) => ({ view, tag: alias.tag(index) })),
  );
  const width = String(operations.length).length;
  const paths = operations.map(({ view, tag }, index) => {
    const id = `o${String(index).padStart(width, "0")}`;
    const operation = { operationId: id, tags: [tag], responses: { "204": { description: "-" } }, "x-gen": view };
    return [`/${id}`, { get: operation }] as const;
  });
  const schemas = document.schemas.map(
    ({ view }, index) =>
      [alias.schema(index), { type: "object", properties: { p: { type: "boolean" } }, "x-gen": view }] as const,
  );
  return {
    openapi: "3.0.3",
    info: { title: "carrier", version: "1" },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas) },
  };
}
