import type ts from "typescript";
import type { Json } from "../openapi";
import type { Comparison, Spot } from "./comparison";
import type { FindingSeverity } from "./finding";
import { stripped, type Shaped } from "./part";

/** Compares enums, value by value. Gives whether that is all there is to compare. */
export function compareValues(comparison: Comparison, old: Shaped, next: Shaped, spot: Spot): boolean {
  const [before, after] = [valuesOf(old), valuesOf(next)];
  if (before.length === 0 && after.length === 0) return false;
  if (before.length > 0 && after.length > 0) {
    for (const value of before.filter((one) => !after.includes(one))) lost(comparison, old, next, spot, value);
    for (const value of after.filter((one) => !before.includes(one))) gained(comparison, old, next, spot, value);
    return true;
  }
  if (kindOf(old) !== kindOf(next)) return false;
  compareListing(comparison, old, next, spot, after.length > 0);
  return true;
}

/** A value that can't be sent any more breaks who sends it, whether the compiler says so or, for an open enum, only the server. */
function lost(comparison: Comparison, old: Shaped, next: Shaped, spot: Spot, value: Scalar): void {
  report(comparison, old, next, spot, {
    code: "value-removed",
    severity: spot.use.request ? "major" : "minor",
    isShown: !takes(comparison, next.part.type, value),
    before: printedValue(value),
  });
}

/** A value that may be received breaks who lists them all; an open enum says from the start that more may come. */
function gained(comparison: Comparison, old: Shaped, next: Shaped, spot: Spot, value: Scalar): void {
  const isShown = !takes(comparison, old.part.type, value);
  const severity = spot.use.response && isShown ? "major" : "minor";
  report(comparison, old, next, spot, { code: "value-added", severity, isShown, after: printedValue(value) });
}

function compareListing(comparison: Comparison, old: Shaped, next: Shaped, spot: Spot, isListed: boolean): void {
  const { checker } = comparison.surface;
  const [before, after] = [stripped(comparison, old.part.type), stripped(comparison, next.part.type)];
  const narrows = before && after ? !checker.isTypeAssignableTo(before, after) : isListed;
  const widens = before && after ? !checker.isTypeAssignableTo(after, before) : !isListed;
  const values = valuesOf(isListed ? next : old)
    .map(printedValue)
    .join(", ");
  if (isListed) {
    const severity = spot.use.request ? "major" : "minor";
    report(comparison, old, next, spot, { code: "values-listed", severity, isShown: narrows, after: values });
  } else {
    const severity = spot.use.response && widens ? "major" : "minor";
    report(comparison, old, next, spot, { code: "values-unlisted", severity, isShown: widens, before: values });
  }
}

interface Change {
  readonly code: "value-removed" | "value-added" | "values-listed" | "values-unlisted";
  readonly severity: FindingSeverity;
  readonly isShown: boolean;
  readonly before?: string;
  readonly after?: string;
}

function report(comparison: Comparison, old: Shaped, next: Shaped, spot: Spot, { isShown, ...change }: Change): void {
  comparison.add({
    ...change,
    spot,
    old: old.part.pointer,
    new: next.part.pointer,
    shownBy: isShown ? "types" : "document",
  });
}

type Scalar = string | number;

function valuesOf({ flat: { keywords } }: Shaped): Scalar[] {
  const values: Json[] = keywords.enum ?? (keywords.const === undefined ? [] : [keywords.const]);
  return values.filter((value): value is Scalar => typeof value === "string" || typeof value === "number");
}

/** `string` or `number`: an enum says it by its values, too. */
function kindOf(shaped: Shaped): string {
  const { type } = shaped.flat.keywords;
  const types = (Array.isArray(type) ? type : [type]).filter((one) => one !== "null" && one !== undefined);
  const kind = types.join(" ") || typeof valuesOf(shaped)[0];
  return kind === "integer" ? "number" : kind;
}

/** Whether the compiler lets a type have a value. */
function takes({ surface: { checker } }: Comparison, type: ts.Type | undefined, value: Scalar): boolean {
  const literal = typeof value === "string" ? checker.getStringLiteralType(value) : checker.getNumberLiteralType(value);
  return type !== undefined && checker.isTypeAssignableTo(literal, type);
}

function printedValue(value: Scalar): string {
  return JSON.stringify(value);
}
