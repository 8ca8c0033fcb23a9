import { isDeepStrictEqual } from "node:util";
import type { Json, SchemaObject } from "../openapi";
import type { Comparison, Found, Spot } from "./comparison";

interface Described {
  readonly schema: SchemaObject;
  readonly pointer: string;
}

/** What a schema says that is no rule for values: texts, examples, defaults, deprecation, who may send it. */
export function compareAnnotations({ add }: Comparison, spot: Spot, old: Described, next: Described): void {
  const found = { spot, old: old.pointer, new: next.pointer, shownBy: "document" } as const;
  const [before, after] = [old.schema, next.schema];
  if (!sameText(before.description, after.description))
    add({ code: "description-changed", severity: "patch", ...found });
  if (!isDeepStrictEqual(examplesOf(before), examplesOf(after)))
    add({ code: "example-changed", severity: "patch", ...found });
  if (!isDeepStrictEqual(before.default, after.default)) {
    const severity = spot.use.request ? "minor" : "patch";
    add({ code: "default-changed", severity, ...found, before: value(before.default), after: value(after.default) });
  }
  compareDeprecation(add, found, before.deprecated === true, after.deprecated === true);
  const [formerly, now] = [accessOf(before), accessOf(after)];
  if (formerly !== now) add({ code: "access-changed", severity: "minor", ...found, before: formerly, after: now });
}

/** Deprecating is news that asks for plans; taking it back asks for nothing. */
export function compareDeprecation(
  add: Comparison["add"],
  found: Omit<Found, "code" | "severity">,
  before: boolean,
  after: boolean,
): void {
  if (before === after) return;
  add({ code: after ? "deprecated" : "undeprecated", severity: after ? "minor" : "patch", ...found });
}

/** Whether two texts read the same, whatever blanks and line ends are between their letters. */
export function sameText(before: string | undefined, after: string | undefined): boolean {
  const read = (text: string | undefined): string => (text ?? "").replaceAll(/\s+/g, "");
  return read(before) === read(after);
}

function examplesOf({ example, examples }: SchemaObject): readonly (Json | undefined)[] {
  return [example, ...(examples ?? [])];
}

function accessOf({ readOnly, writeOnly }: SchemaObject): string {
  if (readOnly === true) return "only received";
  return writeOnly === true ? "only sent" : "sent and received";
}

function value(json: Json | undefined): string | undefined {
  return json === undefined ? undefined : JSON.stringify(json);
}
