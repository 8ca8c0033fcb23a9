import type ts from "typescript";
import type { ResolvedOperation, ResolvedResponse } from "../prepare/operations";
import { sameText } from "./compare-annotations";
import type { OperationPair } from "./compare-operations";
import { compareParts } from "./compare-parts";
import { fitOf, type Comparison, type Spot } from "./comparison";
import { join } from "./flat-schema";
import type { Part } from "./part";
import { responsePointer } from "./pointers";
import type { Side } from "./side";

/** What a caller receives: the member of the result for every status that either side declares. */
export function compareResponses(comparison: Comparison, pair: OperationPair): void {
  const [old, next] = [resultOf(comparison, comparison.old, pair.old), resultOf(comparison, comparison.new, pair.next)];
  const statuses = new Set([...pair.old.responses, ...pair.next.responses].map(({ status }) => status));
  for (const status of statuses) {
    const number = standIn(status, pair);
    const [before, after] = [find(pair.old, status), find(pair.next, status)];
    const spot: Spot = { ...pair.spot, member: status, use: { request: false, response: true }, kind: "property" };
    const members = [memberFor(comparison, old, number), memberFor(comparison, next, number)] as const;
    if (before !== undefined && after !== undefined) {
      compareResponse(comparison, pair, [before, members[0]], [after, members[1]], spot);
    } else declared(comparison, pair, status, members, spot);
  }
  comparePagination(comparison, pair);
}

/** A status that only one side declares. The others have a place for it where `default` or a range does. */
function declared(
  comparison: Comparison,
  { old, next }: OperationPair,
  status: string,
  [before, after]: readonly [ts.Type | undefined, ts.Type | undefined],
  spot: Spot,
): void {
  const fit =
    before && after
      ? fitOf(comparison, before, after)
      : { isNarrower: before !== undefined, isWider: after !== undefined };
  if (find(old, status) === undefined) {
    comparison.add({
      ...{
        code: "response-added",
        severity: fit.isWider ? "major" : "minor",
        spot,
        new: responsePointer(next, status),
      },
      shownBy: fit.isWider ? "types" : "document",
    });
  } else {
    const isShown = fit.isWider || after === undefined;
    const severity = isShown ? "major" : "minor";
    comparison.add({
      code: "response-removed",
      severity,
      spot,
      old: responsePointer(old, status),
      shownBy: isShown ? "types" : "document",
    });
  }
}

type Answer = readonly [ResolvedResponse, ts.Type | undefined];

function compareResponse(
  comparison: Comparison,
  { old, next }: OperationPair,
  [before, was]: Answer,
  [after, is]: Answer,
  spot: Spot,
): void {
  const pointers = { old: responsePointer(old, before.status), new: responsePointer(next, after.status) };
  const found = { spot, ...pointers, shownBy: "document" } as const;
  if (!sameText(before.value.description, after.value.description))
    comparison.add({ code: "description-changed", severity: "patch", ...found });
  compareNames(comparison, before.value.headers, after.value.headers, (code, name) => {
    comparison.add({ ...found, code: `response-header-${code}`, severity: "patch", spot: { ...spot, member: name } });
  });
  compareNames(comparison, before.value.content, after.value.content, (code, name) => {
    comparison.add({
      ...found,
      code: `media-type-${code}`,
      severity: "minor",
      [code === "added" ? "after" : "before"]: name,
    });
  });
  const part = (response: ResolvedResponse, pointer: string, member: ts.Type | undefined): Part => ({
    type: bodyType(comparison, member),
    schema: response.value.content?.[response.mediaType ?? ""]?.schema,
    pointer: join(pointer, "content", response.mediaType ?? "", "schema"),
  });
  compareParts(comparison, part(before, pointers.old, was), part(after, pointers.new, is), spot);
}

function compareNames(
  _: Comparison,
  before: object | undefined,
  after: object | undefined,
  report: (change: "added" | "removed", name: string) => void,
): void {
  const [names, others] = [Object.keys(before ?? {}), Object.keys(after ?? {})];
  for (const name of names.filter((one) => !others.includes(one))) report("removed", name);
  for (const name of others.filter((one) => !names.includes(one))) report("added", name);
}

function comparePagination({ add }: Comparison, { old, next, spot }: OperationPair): void {
  const [before, after] = [old.operation["x-pagination"], next.operation["x-pagination"]];
  const found = { spot, old: responsePointer(old, "200"), new: responsePointer(next, "200") };
  if (before === undefined && after !== undefined)
    add({ code: "pagination-added", severity: "minor", ...found, shownBy: "types" });
  else if (before !== undefined && after === undefined)
    add({ code: "pagination-removed", severity: "major", ...found, shownBy: "types" });
  else if (before && after && (before.parameter !== after.parameter || before.next !== after.next)) {
    const say = ({ parameter, next: cursor }: typeof before): string => `${parameter} and ${cursor}`;
    add({
      code: "pagination-changed",
      severity: "patch",
      ...found,
      shownBy: "document",
      before: say(before),
      after: say(after),
    });
  }
}

/** The members of an operation's result. */
function resultOf({ surface }: Comparison, side: Side, operation: ResolvedOperation): readonly ts.Type[] {
  const { resultName } = side.names.operations.get(operation.operationId)!;
  const type = surface.checker.getDeclaredTypeOfSymbol(surface.exportsOf(side, "src/functions.ts").get(resultName)!);
  return type.isUnion() ? type.types : [type];
}

/** The member whose `status` a status fits. */
function memberFor(
  { surface: { checker } }: Comparison,
  members: readonly ts.Type[],
  status: number,
): ts.Type | undefined {
  const literal = checker.getNumberLiteralType(status);
  return members.find((member) => {
    const property = member.getProperty("status");
    return property !== undefined && checker.isTypeAssignableTo(literal, checker.getTypeOfSymbol(property));
  });
}

/** What a member holds: `data`, or the body of its error. */
function bodyType({ surface: { checker } }: Comparison, member: ts.Type | undefined): ts.Type | undefined {
  const data = member?.getProperty("data");
  if (data !== undefined) return checker.getTypeOfSymbol(data);
  const error = member?.getProperty("error");
  const body = error && checker.getTypeOfSymbol(error).getProperty("body");
  return body && checker.getTypeOfSymbol(body);
}

/** A status that a key stands for: a range and `default` stand for the rest, so for one that neither side declares. */
function standIn(status: string, { old, next }: OperationPair): number {
  if (/^\d{3}$/.test(status)) return Number(status);
  const declaredOnes = new Set([...old.responses, ...next.responses].map((response) => response.status));
  const candidates = {
    1: [100, 101, 102, 103],
    2: [208, 226, 206, 200],
    3: [308, 307, 301, 300],
    4: [418, 451, 417, 400],
    5: [511, 510, 508, 500],
  };
  const range = (/^([1-5])XX$/i.exec(status)?.[1] ?? "4") as unknown as keyof typeof candidates;
  return candidates[range].find((code) => !declaredOnes.has(String(code))) ?? candidates[range][0]!;
}

function find({ responses }: ResolvedOperation, status: string): ResolvedResponse | undefined {
  return responses.find((response) => response.status === status);
}
