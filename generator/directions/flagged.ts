import { closure } from "../closure";
import { type OpenApiDocument, type Schema } from "../openapi";
import { schemaName } from "../prepare/operations";
import { schemaOf } from "../references";
import { mappedName } from "../discriminators/tags";
import { subschemas } from "../prepare/open-enums";

/** `request`: what is sent; `response`: what is answered. */
export type Direction = "request" | "response";

/** The flag that keeps a property out of a direction (Schema Object, `readOnly` and `writeOnly`). */
export const absentFlag = { request: "readOnly", response: "writeOnly" } as const;

/** Whether a property is not there in a direction: by its own flag, or by that of the component it is. */
export function isAbsent(document: OpenApiDocument, property: Schema, direction: Direction): boolean {
  if (typeof property === "boolean") return false;
  const flag = absentFlag[direction];
  if (property[flag] === true) return true;
  const value = schemaOf(document, property);
  return typeof value === "object" && value[flag] === true;
}

/** The components that have, at any depth, a property which is not there in one of the directions. */
export function flaggedComponents(document: OpenApiDocument): Set<string> {
  const components = Object.entries(document.components?.schemas ?? {});
  const users = new Map<string, string[]>();
  const flagged: string[] = [];
  for (const [name, schema] of components) {
    const { names, isFlagged } = look(document, schema);
    for (const used of names) users.set(used, [...(users.get(used) ?? []), name]);
    if (isFlagged) flagged.push(name);
  }
  return closure(flagged, (name) => users.get(name) ?? []);
}

/** The components that schemas lead to. */
export function reachedComponents(document: OpenApiDocument, schemas: readonly Schema[]): Set<string> {
  const start = schemas.flatMap((schema) => [...look(document, schema).names]);
  return closure(start, (name) => {
    const schema = document.components?.schemas?.[name];
    return schema === undefined ? [] : [...look(document, schema).names];
  });
}

/** What a schema names and holds by itself, without going into the components it names. */
export function look(document: OpenApiDocument, schema: Schema): { names: Set<string>; isFlagged: boolean } {
  const names = new Set<string>();
  let isFlagged = false;
  const visit = (value: Schema): void => {
    if (typeof value === "boolean") return;
    const name = schemaName(value);
    if (name !== undefined) names.add(name);
    const properties = Object.values(value.properties ?? {});
    isFlagged ||= properties.some(
      (property) => isAbsent(document, property, "request") || isAbsent(document, property, "response"),
    );
    subschemas(value).forEach(visit);
    for (const target of Object.values(value.discriminator?.mapping ?? {})) names.add(mappedName(target));
  };
  visit(schema);
  return { names, isFlagged };
}
