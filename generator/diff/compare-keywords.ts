import type { Json, SchemaObject } from "../openapi";
import type { Comparison, Spot } from "./comparison";

interface Described {
  readonly schema: SchemaObject;
  readonly pointer: string;
}

/** Whether a greater number leaves more values (`max…`) or fewer (`min…`). */
const limits = {
  minimum: -1,
  minLength: -1,
  minItems: -1,
  minProperties: -1,
  maximum: 1,
  maxLength: 1,
  maxItems: 1,
  maxProperties: 1,
} as const;

/** What a value must be beyond its type: limits, patterns, formats. Types show none of it. */
export function compareKeywords(comparison: Comparison, spot: Spot, old: Described, next: Described): void {
  for (const limit of Object.keys(limits) as (keyof typeof limits)[]) {
    const [before, after] = [boundOf(old.schema, limit), boundOf(next.schema, limit)];
    if (before === after) continue;
    const isWider =
      limits[limit] > 0 ? (after ?? Infinity) > (before ?? Infinity) : (after ?? -Infinity) < (before ?? -Infinity);
    limitChanged(comparison, spot, old, next, { keyword: limit, before, after, isWider });
  }
  for (const keyword of ["pattern", "multipleOf", "uniqueItems", "exclusiveMinimum", "exclusiveMaximum"] as const) {
    const [before, after] = [old.schema[keyword] || undefined, next.schema[keyword] || undefined];
    if (before !== after)
      limitChanged(comparison, spot, old, next, { keyword, before, after, isWider: after === undefined });
  }
  if (old.schema.format !== next.schema.format) {
    const [before, after] = [old.schema.format, next.schema.format].map((format) => format && format);
    comparison.add({
      code: "format-changed",
      severity: "minor",
      spot,
      old: old.pointer,
      new: next.pointer,
      before,
      after,
      shownBy: "document",
    });
  }
}

/** OpenAPI 3.0 says with a boolean that a bound is exclusive; 3.1 gives it a keyword of its own. */
function boundOf(schema: SchemaObject, limit: keyof typeof limits): number | undefined {
  return schema[limit];
}

interface Limit {
  readonly keyword: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly isWider: boolean;
}

/** What may be sent and no longer is taken breaks at run time, though it compiles. A receiver sees no more than a promise change. */
function limitChanged(comparison: Comparison, spot: Spot, old: Described, next: Described, limit: Limit): void {
  const { use } = spot;
  const say = (value: Json | undefined): string | undefined =>
    value === undefined ? undefined : `${limit.keyword}: ${JSON.stringify(value)}`;
  const severity = limit.isWider ? "minor" : use.request ? "major" : "patch";
  comparison.add({
    ...{ code: limit.isWider ? "limit-widened" : "limit-narrowed", severity, spot, shownBy: "document" },
    ...{ old: old.pointer, new: next.pointer, before: say(limit.before), after: say(limit.after) },
  });
}
