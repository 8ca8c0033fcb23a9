import type ts from "typescript";
import { compareAnnotations } from "./compare-annotations";
import { compareKeywords } from "./compare-keywords";
import { compareValues } from "./compare-values";
import { fitOf, severityOf, type Comparison, type Spot } from "./comparison";
import { compareMembers } from "./compare-members";
import { annotationsOf, componentOf, flatten, type FlatSchema, type Located } from "./flat-schema";
import { inside, printed, stripped, type Part, type Shaped } from "./part";
import type { Side } from "./side";

/**
 * Holds two parts against each other, member by member. A component that both name is compared where it is declared, and not
 * here. `path`: pairs on the way to here, for schemas may hold themselves.
 */
export function compareParts(
  comparison: Comparison,
  old: Part,
  next: Part,
  spot: Spot,
  path: readonly string[] = [],
): void {
  const pair = `${old.pointer} ${next.pointer}`;
  if (path.includes(pair)) return;
  compareNullability(comparison, old, next, spot);
  const component = componentOf(old.schema);
  const isSame = component !== undefined && component === componentOf(next.schema);
  const [before, after] = [flatOf(comparison.old, old), flatOf(comparison.new, next)];
  if (isSame) {
    compareAnnotations(
      comparison,
      spot,
      located(old, annotationsOf(old.schema)),
      located(next, annotationsOf(next.schema)),
    );
    return;
  }
  compareAnnotations(comparison, spot, located(old, before.keywords), located(next, after.keywords));
  compareKeywords(comparison, spot, located(old, before.keywords), located(next, after.keywords));
  compareShape(comparison, { part: old, flat: before }, { part: next, flat: after }, spot, [...path, pair]);
}

function compareShape(comparison: Comparison, old: Shaped, next: Shaped, spot: Spot, path: readonly string[]): void {
  if (compareValues(comparison, old, next, spot)) return;
  const types = [stripped(comparison, old.part.type), stripped(comparison, next.part.type)] as const;
  const [before, after] = types;
  const elements = types.map((type) => elementOf(comparison, type));
  if (elements[0] !== undefined && elements[1] !== undefined) {
    const at = (shaped: Shaped, type: ts.Type): Part => ({ type, ...itemsOf(shaped) });
    compareParts(comparison, at(old, elements[0]), at(next, elements[1]), inside(spot, `${spot.member}[]`), path);
  } else if (before && after && isObject(comparison, before) && isObject(comparison, after)) {
    compareMembers(comparison, old, next, spot, (one, other, at) => compareParts(comparison, one, other, at, path));
  } else if (before && after) compareWholes(comparison, [old.part, before], [next.part, after], spot);
}

/** What has no members to speak of, or is of two kinds: the compiler's word for it. */
function compareWholes(
  comparison: Comparison,
  [old, before]: readonly [Part, ts.Type],
  [next, after]: readonly [Part, ts.Type],
  spot: Spot,
): void {
  const fit = fitOf(comparison, before, after);
  if (!fit.isNarrower && !fit.isWider) return;
  const code = fit.isNarrower && fit.isWider ? "type-changed" : fit.isNarrower ? "type-narrowed" : "type-widened";
  comparison.add({
    ...{ code, severity: severityOf(fit, spot.use), spot, old: old.pointer, new: next.pointer, shownBy: "types" },
    before: printed(comparison, before),
    after: printed(comparison, after),
  });
}

/** Null is told apart from the rest: it is the commonest change, and the one with its own remedy. */
function compareNullability(comparison: Comparison, old: Part, next: Part, spot: Spot): void {
  const [before, after] = [hasNull(comparison, old.type), hasNull(comparison, next.type)];
  if (old.type === undefined || next.type === undefined || before === after) return;
  comparison.add({
    code: after ? "became-nullable" : "became-not-nullable",
    severity: severityOf({ isNarrower: before, isWider: after }, spot.use),
    ...{ spot, old: old.pointer, new: next.pointer, shownBy: "types" },
  });
}

function hasNull({ surface }: Comparison, type: ts.Type | undefined): boolean {
  const { TypeFlags } = surface.ts;
  return type?.isUnion()
    ? type.types.some(({ flags }) => flags & TypeFlags.Null)
    : ((type?.flags ?? 0) & TypeFlags.Null) !== 0;
}

function elementOf({ surface }: Comparison, type: ts.Type | undefined): ts.Type | undefined {
  return type && surface.checker.isArrayType(type)
    ? surface.checker.getTypeArguments(type as ts.TypeReference)[0]
    : undefined;
}

/** Something with members of its own: no primitive, no function, no choice between several. */
function isObject({ surface }: Comparison, type: ts.Type): boolean {
  const { TypeFlags } = surface.ts;
  if (!(type.flags & (TypeFlags.Object | TypeFlags.Intersection)) || type.getCallSignatures().length > 0) return false;
  if (surface.checker.isArrayLikeType(type) || type.getSymbol()?.name === "Blob") return false;
  return !(
    type.isIntersection() && type.types.some(({ flags }) => flags & (TypeFlags.StringLike | TypeFlags.NumberLike))
  );
}

function itemsOf({ part, flat }: Shaped): Omit<Part, "type"> {
  return { schema: flat.items?.schema, pointer: flat.items?.pointer ?? part.pointer };
}

function flatOf(side: Side, { schema, pointer }: Part): FlatSchema {
  return flatten(side.document, { schema: schema ?? true, pointer });
}

function located(part: Part, keywords: FlatSchema["keywords"]): Located & { readonly schema: FlatSchema["keywords"] } {
  return { schema: keywords, pointer: part.pointer };
}
