import type ts from "typescript";
import type { Parameter } from "../openapi";
import type { ResolvedOperation } from "../prepare/operations";
import { compareAnnotations, compareDeprecation } from "./compare-annotations";
import { comparePresence } from "./compare-members";
import type { OperationPair } from "./compare-operations";
import { compareParts } from "./compare-parts";
import type { Comparison, Found, Spot } from "./comparison";
import { join } from "./flat-schema";
import type { Part } from "./part";
import { bodyPointer, parameterPointer } from "./pointers";
import type { Side } from "./side";

interface Argument {
  readonly part: Part;
  readonly isOptional: boolean;
  /** Nothing for the body. */
  readonly parameter?: Parameter;
}

type Names = ReadonlyMap<Parameter, string>;

/** What a caller may pass: every parameter by the name that it has in the arguments, and the body. */
export function compareArguments(comparison: Comparison, pair: OperationPair, names: readonly [Names, Names]): void {
  const before = argumentsOf(comparison, comparison.old, pair.old, names[0]);
  const after = argumentsOf(comparison, comparison.new, pair.next, names[1]);
  for (const member of new Set([...before.keys(), ...after.keys()])) {
    const [old, next] = [before.get(member), after.get(member)];
    const isBody = (old ?? next)!.parameter === undefined;
    const spot: Spot = { ...pair.spot, member, kind: isBody ? "request-body" : "parameter" };
    comparePresence(comparison, old, next, spot);
    if (old === undefined || next === undefined) continue;
    compareParts(comparison, old.part, next.part, spot);
    if (old.parameter && next.parameter)
      compareParameter(comparison, [old.parameter, old.part], [next.parameter, next.part], spot);
  }
  compareBodies(comparison, pair);
}

/** What a parameter says beside its schema. */
function compareParameter(
  { add }: Comparison,
  [old, { pointer: oldPointer }]: readonly [Parameter, Part],
  [next, { pointer: newPointer }]: readonly [Parameter, Part],
  spot: Spot,
): void {
  const [from, to] = [withoutSchema(oldPointer), withoutSchema(newPointer)];
  const found: Omit<Found, "code" | "severity"> = { spot, old: from, new: to, shownBy: "document" };
  compareAnnotations(
    { add } as Comparison,
    spot,
    { schema: said(old), pointer: from },
    { schema: said(next), pointer: to },
  );
  compareDeprecation(add, found, old.deprecated === true, next.deprecated === true);
  if (old.in !== next.in)
    add({ code: "parameter-moved", severity: "major", ...found, shownBy: "types", before: old.in, after: next.in });
  const [before, after] = [wireOf(old), wireOf(next)];
  if (old.in === next.in && before !== after)
    add({ code: "serialization-changed", severity: "minor", ...found, before, after });
}

function said({ description, example, examples }: Parameter): {
  description?: string;
  example?: never;
  examples?: never;
} {
  return {
    ...(description === undefined ? {} : { description }),
    ...({ example, examples: examples && Object.values(examples) } as object),
  };
}

function withoutSchema(pointer: string): string {
  return pointer.replace(/\/schema$/, "");
}

/** Style and explode with their defaults (OpenAPI, Parameter Object). */
function wireOf({ in: location, style, explode }: Parameter): string {
  const own = style ?? (location === "query" || location === "cookie" ? "form" : "simple");
  return `${own}${(explode ?? own === "form") ? ", exploded" : ""}`;
}

/** What is said of the body as a whole. */
function compareBodies({ add }: Comparison, { old, next, spot }: OperationPair): void {
  const [before, after] = [old.requestBody, next.requestBody];
  if (before === undefined || after === undefined) return;
  const at: Spot = { ...spot, member: "body", kind: "request-body" };
  const found = { spot: at, old: bodyPointer(old), new: bodyPointer(next), shownBy: "document" } as const;
  compareAnnotations(
    { add } as Comparison,
    at,
    { schema: textOf(before.value), pointer: found.old },
    { schema: textOf(after.value), pointer: found.new },
  );
  const [types, others] = [Object.keys(before.value.content), Object.keys(after.value.content)];
  for (const type of types.filter((one) => !others.includes(one))) {
    add({ code: "media-type-removed", severity: "minor", ...found, before: type });
  }
  for (const type of others.filter((one) => !types.includes(one))) {
    add({ code: "media-type-added", severity: "minor", ...found, after: type });
  }
}

function textOf({ description }: { description?: string }): { description?: string } {
  return description === undefined ? {} : { description };
}

function argumentsOf(
  comparison: Comparison,
  side: Side,
  operation: ResolvedOperation,
  names: Names,
): Map<string, Argument> {
  const { checker, ts: compiler } = comparison.surface;
  const symbol = comparison.surface
    .exportsOf(side, "src/functions.ts")
    .get(side.names.operations.get(operation.operationId)!.argsName)!;
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const argument = (name: string, described: Omit<Part, "type">, parameter?: Parameter): [string, Argument][] => {
    const member = type.getProperty(name);
    if (member === undefined) return [];
    const isOptional = (member.flags & compiler.SymbolFlags.Optional) !== 0;
    const part = { type: withoutUndefined(checker, checker.getTypeOfSymbol(member), compiler), ...described };
    return [[name, { part, isOptional, ...(parameter === undefined ? {} : { parameter }) }]];
  };
  return new Map([
    ...operation.parameters.flatMap((parameter) =>
      argument(names.get(parameter)!, parameterSchema(side, operation, parameter), parameter),
    ),
    ...argument("body", bodySchema(operation)),
  ]);
}

/** Arguments may be given as undefined; that says the same as leaving them out. */
function withoutUndefined(checker: ts.TypeChecker, type: ts.Type, compiler: typeof ts): ts.Type {
  if (!type.isUnion() || !type.types.some(({ flags }) => flags & compiler.TypeFlags.Undefined)) return type;
  return type.types.some(({ flags }) => flags & compiler.TypeFlags.Null) ? type : checker.getNonNullableType(type);
}

function parameterSchema(side: Side, operation: ResolvedOperation, parameter: Parameter): Omit<Part, "type"> {
  const pointer = parameterPointer(side.document, operation, parameter);
  if (parameter.content === undefined) return { schema: parameter.schema, pointer: join(pointer, "schema") };
  const [mediaType, content] = Object.entries(parameter.content)[0] ?? [];
  return { schema: content?.schema, pointer: join(pointer, "content", mediaType ?? "", "schema") };
}

function bodySchema(operation: ResolvedOperation): Omit<Part, "type"> {
  const { requestBody } = operation;
  const mediaType = requestBody?.mediaType;
  if (requestBody === undefined || mediaType === undefined) return { schema: undefined, pointer: "#" };
  return {
    schema: requestBody.value.content[mediaType]?.schema,
    pointer: join(bodyPointer(operation), "content", mediaType, "schema"),
  };
}
