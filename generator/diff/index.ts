import type { Shaping } from "../load/shaping";
import type { Alias } from "../prepare/aliases";
import { compareExports } from "./compare-exports";
import { compareOperations } from "./compare-operations";
import { comparePackage } from "./compare-package";
import { compareTypes } from "./compare-types";
import { findingsOf, type Comparison, type Found } from "./comparison";
import { bumpOf, inOrder, type Bump, type Finding } from "./finding";
import { makeSide, type Side } from "./side";
import { compileSurface } from "./surface";

/** What a change of the document does to callers of the package. */
export interface Diff {
  readonly bump: Bump;
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** The releases that the documents say they describe; recorded, never followed. */
  readonly old: Release;
  readonly new: Release;
}

export interface Release {
  readonly title: string;
  readonly version: string;
}

export interface DiffRequest {
  /** Paths of two documents, from `cwd`. */
  readonly old: string;
  readonly new: string;
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** Old names that the new package keeps (the configuration's `aliases`). */
  readonly aliases?: readonly Alias[];
  /** What is done to both documents before they are checked: filters, overlays (the configuration's). */
  readonly shaping?: Shaping | undefined;
}

/** Two documents → what changes for callers. Their packages are made in memory; throws a `GenerateError` as `generate` does. */
export async function diff(request: DiffRequest): Promise<Diff> {
  return diffSides(...(await makeSides(request)));
}

export function makeSides({ old, new: next, cwd, signal, shaping, aliases = [] }: DiffRequest): Promise<[Side, Side]> {
  return Promise.all([
    makeSide({ which: "old", path: old, cwd, signal, shaping, aliases: [] }),
    makeSide({ which: "new", path: next, cwd, signal, shaping, aliases }),
  ]);
}

export function diffSides(old: Side, next: Side): Diff {
  const found: Found[] = [];
  const comparison: Comparison = {
    old,
    new: next,
    surface: compileSurface([old, next]),
    add: (one) => void found.push(one),
  };
  compareOperations(comparison);
  compareTypes(comparison);
  comparePackage(comparison);
  compareExports(comparison, [...found]);
  const findings = inOrder(findingsOf(comparison, found));
  return { bump: bumpOf(findings), findings, old: releaseOf(old), new: releaseOf(next) };
}

function releaseOf({ document: { info } }: Side): Release {
  return { title: info.title, version: info.version };
}
