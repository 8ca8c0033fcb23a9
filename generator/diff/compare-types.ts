import { isDeepStrictEqual } from "node:util";
import type ts from "typescript";
import { compareParts } from "./compare-parts";
import { fitOf, type Comparison, type Spot } from "./comparison";
import { join } from "./flat-schema";
import type { Side } from "./side";

/** Every exported schema type: which came, which went, which have another name; and each that both sides have. */
export function compareTypes(comparison: Comparison): void {
  const [before, after] = [keysOf(comparison.old), keysOf(comparison.new)];
  const gone = before.filter((key) => !after.includes(key));
  const come = after.filter((key) => !before.includes(key));
  const renamed = new Map(
    gone.flatMap((key) => {
      const other = aliasOf(comparison, key) ?? come.find((candidate) => isRenamed(comparison, key, candidate));
      return other === undefined ? [] : [[key, other] as const];
    }),
  );
  for (const key of gone) compareGone(comparison, key, renamed.get(key));
  const isKnown = new Set(renamed.values());
  for (const key of come.filter((one) => !isKnown.has(one))) {
    const found = { spot: spotOf(comparison.new, key), new: pointerOf(key), shownBy: "types" } as const;
    comparison.add({ code: "type-added", severity: "minor", ...found });
  }
  for (const key of before) {
    const other = after.includes(key) ? key : renamed.get(key);
    if (other !== undefined) compareType(comparison, key, other);
  }
}

function compareGone(comparison: Comparison, key: string, other: string | undefined): void {
  const found = { spot: spotOf(comparison.old, key), old: pointerOf(key), shownBy: "types" } as const;
  if (other === undefined) {
    comparison.add({ code: "type-removed", severity: "major", ...found });
    return;
  }
  const names = { before: nameOf(comparison.old, key), after: nameOf(comparison.new, other) };
  const change = { ...found, ...names, new: pointerOf(other) };
  if (aliasOf(comparison, key) === other) comparison.add({ code: "type-aliased", severity: "minor", ...change });
  else comparison.add({ code: "type-renamed", severity: "major", ...change });
}

/** What an alias says that an old schema is now. */
function aliasOf({ new: { names } }: Comparison, key: string): string | undefined {
  return names.aliases.find(({ was, is }) => was === key && names.schemas.has(is))?.is;
}

function compareType(comparison: Comparison, key: string, other: string): void {
  const part = (side: Side, name: string) => ({
    type: typeOf(comparison, side, name),
    schema: side.document.components!.schemas![name],
    pointer: pointerOf(name),
  });
  compareParts(comparison, part(comparison.old, key), part(comparison.new, other), spotOf(comparison.old, key));
}

/** The same schema, word for word or to the compiler, under another name; where something refers to it. */
function isRenamed(comparison: Comparison, key: string, other: string): boolean {
  const [schema, candidate] = [
    comparison.old.document.components!.schemas![key],
    comparison.new.document.components!.schemas![other],
  ];
  if (isDeepStrictEqual(schema, candidate)) return true;
  const types = [typeOf(comparison, comparison.old, key), typeOf(comparison, comparison.new, other)] as const;
  if (types.some((type) => type.getProperties().length < 3 || !type.flags)) return false;
  const { isNarrower, isWider } = fitOf(comparison, ...types);
  const names = types.map((type) =>
    type
      .getProperties()
      .map(({ name }) => name)
      .sort(),
  );
  return !isNarrower && !isWider && isDeepStrictEqual(names[0], names[1]);
}

/** The type of a component: `components["schemas"][key]`. */
export function typeOf({ surface }: Comparison, side: Side, key: string): ts.Type {
  const { checker } = surface;
  const components = checker.getDeclaredTypeOfSymbol(surface.exportsOf(side, "src/openapi.ts").get("components")!);
  const schemas = checker.getTypeOfSymbol(components.getProperty("schemas")!);
  return checker.getTypeOfSymbol(schemas.getProperty(key)!);
}

function spotOf(side: Side, key: string): Spot {
  const { request, response } = side.uses.get(key)!;
  const isUnused = !request && !response;
  const name = nameOf(side, key);
  // A type that no operation needs is there to be named by callers, for what they like.
  const use = isUnused ? { request: true, response: true } : { request, response };
  return { subject: { kind: "type", name }, spelled: name, member: "", use, kind: "property" };
}

function nameOf(side: Side, key: string): string {
  return side.names.schemas.get(key)!.typeName;
}

function keysOf({ document }: Side): string[] {
  return Object.keys(document.components?.schemas ?? {});
}

function pointerOf(key: string): string {
  return join("#/components/schemas", key);
}
