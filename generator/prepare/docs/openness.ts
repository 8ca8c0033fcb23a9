import { isReference, type Schema, type SchemaObject } from "../../openapi";

/** Said on the page of a schema: whether more values may come. */
export function opennessText(isOpen: boolean): string {
  return isOpen
    ? "Open: answers hold it, so its type takes values that are added later."
    : "Closed: only requests hold it, so its type takes these values and no others.";
}

/** The same beside values in a table, where they have no page of their own; empty where there is nothing to say. */
export function opennessNote(schema: Schema | undefined, openEnums: ReadonlySet<SchemaObject>): string {
  if (typeof schema !== "object" || isReference(schema)) return "";
  const own = [schema, ...(typeof schema.items === "object" && !isReference(schema.items) ? [schema.items] : [])];
  const listed = own.find((candidate) => candidate.enum !== undefined);
  if (listed === undefined) return "";
  return openEnums.has(listed) ? "Open: more values may come." : "Closed: these values and no others.";
}
