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
    gone.flatMap((key) =>
      come
        .filter((other) => isRenamed(comparison, key, other))
        .slice(0, 1)
        .map((other) => [key, other] as const),
    ),
  );
  for (const key of gone) {
    const other = renamed.get(key);
    const found = { spot: spotOf(comparison.old, key), old: pointerOf(key), shownBy: "types" } as const;
    if (other === undefined) comparison.add({ code: "type-removed", severity: "major", ...found });
    else {
      const [was, is] = [nameOf(comparison.old, key), nameOf(comparison.new, other)];
      comparison.add({
        code: "type-renamed",
        severity: "major",
        ...found,
        new: pointerOf(other),
        before: was,
        after: is,
      });
    }
  }
  const isNew = new Set(renamed.values());
  for (const key of come.filter((one) => !isNew.has(one))) {
    comparison.add({
      code: "type-added",
      severity: "minor",
      spot: spotOf(comparison.new, key),
      new: pointerOf(key),
      shownBy: "types",
    });
  }
  for (const key of before.filter((one) => after.includes(one))) compareType(comparison, key);
}

function compareType(comparison: Comparison, key: string): void {
  const part = (side: Side) => ({
    type: typeOf(comparison, side, key),
    schema: side.document.components!.schemas![key],
    pointer: pointerOf(key),
  });
  compareParts(comparison, part(comparison.old), part(comparison.new), spotOf(comparison.old, key));
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
