import { argumentNames } from "../prepare/code/argument-names";
import type { ResolvedOperation } from "../prepare/operations";
import { sameText } from "./compare-annotations";
import { compareArguments } from "./compare-arguments";
import { compareResponses } from "./compare-responses";
import { compareSecurity } from "./compare-security";
import type { Comparison, Spot } from "./comparison";
import { operationPointer } from "./pointers";
import type { Side } from "./side";

/** The same operation on both sides; called as those know it who have not upgraded. */
export interface OperationPair {
  readonly old: ResolvedOperation;
  readonly next: ResolvedOperation;
  readonly spot: Spot;
}

/** Every operation: which came, which went, which have another name; and each that both sides have. */
export function compareOperations(comparison: Comparison): void {
  const pairs = pairOperations(comparison);
  const known = new Set(pairs.flatMap(({ old, next }) => [old, next]));
  for (const old of comparison.old.operations.filter((operation) => !known.has(operation))) {
    const found = { spot: spotOf(comparison.old, old), old: operationPointer(old), shownBy: "types" } as const;
    comparison.add({ code: "operation-removed", severity: "major", ...found });
  }
  for (const next of comparison.new.operations.filter((operation) => !known.has(operation))) {
    const found = { spot: spotOf(comparison.new, next), new: operationPointer(next), shownBy: "types" } as const;
    comparison.add({ code: "operation-added", severity: "minor", ...found });
  }
  for (const pair of pairs) comparePair(comparison, pair);
}

/** By operationId; what has none of the other side's ids, by its method and path. */
export function pairOperations(comparison: Comparison): OperationPair[] {
  const byId = new Map(comparison.new.operations.map((operation) => [operation.operationId, operation]));
  const oldIds = new Set(comparison.old.operations.map(({ operationId }) => operationId));
  const byRoute = new Map(
    comparison.new.operations
      .filter(({ operationId }) => !oldIds.has(operationId))
      .map((operation) => [routeOf(operation), operation]),
  );
  return comparison.old.operations.flatMap((old) => {
    const next = byId.get(old.operationId) ?? byRoute.get(routeOf(old));
    return next === undefined ? [] : [{ old, next, spot: spotOf(comparison.old, old) }];
  });
}

function comparePair(comparison: Comparison, pair: OperationPair): void {
  compareNames(comparison, pair);
  compareFacts(comparison, pair);
  compareSecurity(comparison, pair);
  compareArguments(comparison, pair, [argumentNames(pair.old.parameters), argumentNames(pair.next.parameters)]);
  compareResponses(comparison, pair);
}

function compareNames(comparison: Comparison, { old, next, spot }: OperationPair): void {
  const found = { spot, old: operationPointer(old), new: operationPointer(next), shownBy: "types" } as const;
  const [before, after] = [spellingsOf(comparison.old, old), spellingsOf(comparison.new, next)];
  const renamed = before.map((spelling, index) => [spelling, after[index]!] as const).filter(([was, is]) => was !== is);
  const kept = keptSpellings(comparison.new, old, next);
  for (const [was, is] of renamed) {
    const change = { ...found, before: was, after: is };
    if (kept.includes(was)) comparison.add({ code: "operation-aliased", severity: "minor", ...change });
    else comparison.add({ code: "operation-renamed", severity: "major", ...change });
  }
  if (renamed.length === 0 && routeOf(old) !== routeOf(next)) {
    comparison.add({
      code: "operation-moved",
      severity: "major",
      ...found,
      before: routeOf(old),
      after: routeOf(next),
    });
  }
}

/** What the documentation of an operation says beside its arguments and answers. */
function compareFacts(comparison: Comparison, { old, next, spot }: OperationPair): void {
  const { add } = comparison;
  const [before, after] = [old.operation, next.operation];
  const found = { spot, old: operationPointer(old), new: operationPointer(next), shownBy: "document" } as const;
  if (!sameText(before.summary, after.summary) || !sameText(before.description, after.description)) {
    add({ code: "description-changed", severity: "patch", ...found });
  }
  if (before.deprecated !== after.deprecated) {
    const code = after.deprecated === true ? "operation-deprecated" : "operation-undeprecated";
    if ((before.deprecated === true) !== (after.deprecated === true))
      add({ code, severity: after.deprecated === true ? "minor" : "patch", ...found });
  }
  const [was, is] = [before, after].map((operation) => operation["x-ratelimit-category"]);
  if (was !== is)
    add({ code: "rate-limit-changed", severity: "patch", ...found, before: quoted(was), after: quoted(is) });
}

function quoted(text: unknown): string | undefined {
  return typeof text === "string" ? text : undefined;
}

/** `client.audiences.list`, `audiencesList` */
function spellingsOf({ names }: Side, { operationId, tag }: ResolvedOperation): [string, string] {
  const { methodName, functionName } = names.operations.get(operationId)!;
  return [`client.${names.tags.get(tag)!.namespace}.${methodName}`, functionName];
}

/** What an alias keeps of the old names. */
function keptSpellings(side: Side, old: ResolvedOperation, next: ResolvedOperation): readonly string[] {
  const isKept = side.names.aliases.some(({ was, is }) => was === old.operationId && is === next.operationId);
  return isKept ? spellingsOf(side, { ...next, operationId: old.operationId }) : [];
}

function spotOf(side: Side, operation: ResolvedOperation): Spot {
  return {
    subject: { kind: "operation", name: operation.operationId },
    spelled: spellingsOf(side, operation)[0],
    member: "",
    use: { request: true, response: false },
    kind: "parameter",
  };
}

function routeOf({ method, path }: ResolvedOperation): string {
  return `${method.toUpperCase()} ${path}`;
}
