import type ts from "typescript";
import { fitOf, type Comparison, type Found, type Spot } from "./comparison";
import { join } from "./flat-schema";
import type { Side } from "./side";
import { reach } from "./uses";

/** The client is made of the functions and `paths`, which are compared; `packageInformation` records the document's release. */
const madeOfOthers = new Set(["Client", "SafeApis", "createClient", "packageInformation"]);

const entries = ["src/index.ts", "src/functions.ts"] as const;

/**
 * The net below all other comparisons: every export of every entry. What came or went without being an operation's or a schema's,
 * and what the compiler finds different though no finding explains it.
 */
export function compareExports(comparison: Comparison, found: readonly Found[]): void {
  if (isSameCode(comparison)) return;
  const known = [explained(comparison, comparison.old), explained(comparison, comparison.new)] as const;
  for (const entry of entries) {
    const [before, after] = [
      comparison.surface.exportsOf(comparison.old, entry),
      comparison.surface.exportsOf(comparison.new, entry),
    ];
    for (const [name, symbol] of before) {
      const other = after.get(name);
      if (other === undefined) {
        if (!known[0].has(name))
          comparison.add({ code: "export-removed", severity: "major", spot: spotOf(name), shownBy: "types" });
      } else if (!madeOfOthers.has(name) && !isExplained(comparison, name, found))
        compareExport(comparison, name, symbol, other);
    }
    for (const name of after.keys()) {
      if (!before.has(name) && !known[1].has(name))
        comparison.add({ code: "export-added", severity: "minor", spot: spotOf(name), shownBy: "types" });
    }
  }
}

/** Where the code of both packages differs in comments at most, so do their types. */
function isSameCode({ old, new: next }: Comparison): boolean {
  const code = (text = ""): string =>
    text.replaceAll(/\/\*\*[^]*?\*\/|^\/\/.*|specVersion: .*/gm, "").replaceAll(/\s+/g, "");
  const paths = [...new Set([...old.sources.keys(), ...next.sources.keys()])];
  return paths.every((path) => code(old.sources.get(path)) === code(next.sources.get(path)));
}

function compareExport(comparison: Comparison, name: string, old: ts.Symbol, next: ts.Symbol): void {
  const { checker, ts: compiler } = comparison.surface;
  const type = (symbol: ts.Symbol): ts.Type =>
    symbol.flags & compiler.SymbolFlags.Type
      ? checker.getDeclaredTypeOfSymbol(symbol)
      : checker.getTypeOfSymbol(symbol);
  const { isNarrower, isWider } = fitOf(comparison, type(old), type(next));
  if (isNarrower || isWider)
    comparison.add({ code: "export-changed", severity: "major", spot: spotOf(name), shownBy: "types" });
}

function spotOf(name: string): Spot {
  return {
    subject: { kind: "package", name },
    spelled: name,
    member: "",
    use: { request: true, response: true },
    kind: "property",
  };
}

/** Names that operations and schemas bring with them. */
function explained({ old: _, new: __ }: Comparison, { names }: Side): Set<string> {
  return new Set([
    ...[...names.operations.values()].flatMap((own) => [
      own.functionName,
      own.safeFunctionName,
      own.argsName,
      own.resultName,
    ]),
    ...[...names.tags.values()].flatMap((own) => [own.apiName, own.safeApiName]),
    ...[...names.schemas.values()].map((own) => own.typeName),
  ]);
}

/** Whether something is found already in what an export is made of. Results are compared status by status. */
function isExplained(comparison: Comparison, name: string, found: readonly Found[]): boolean {
  const shown = found.filter(({ shownBy, code }) => shownBy === "types" || /^(response|media-type)-/.test(code));
  const types = new Set(shown.filter(({ spot }) => spot.subject.kind === "type").map(({ spot }) => spot.subject.name));
  const operations = new Set(
    shown.filter(({ spot }) => spot.subject.kind === "operation").map(({ spot }) => spot.subject.name),
  );
  if (shown.length === 0) return false;
  const own = comparison.old.operations.find(({ operationId }) => {
    const { functionName, safeFunctionName, argsName, resultName } = comparison.old.names.operations.get(operationId)!;
    return [functionName, safeFunctionName, argsName, resultName].includes(name);
  });
  if (own !== undefined) return operations.has(own.operationId) || touches(comparison, [own.operation], types);
  const key = [...comparison.old.names.schemas].find(([, { typeName }]) => typeName === name)?.[0];
  if (key !== undefined) return touches(comparison, [{ $ref: join("#/components/schemas", key) }], types);
  return true;
}

/** Whether what a part of the document holds leads to a type that has changed. */
function touches({ old, new: next }: Comparison, values: readonly object[], types: ReadonlySet<string>): boolean {
  const schemas = values.flatMap((value) => referencesIn(value).map(($ref) => ({ $ref })));
  return [old, next].some(({ document, names }) =>
    [...reach(document, resolvable(document, schemas))].some((key) =>
      types.has(names.schemas.get(key)?.typeName ?? ""),
    ),
  );
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = (value as { $ref?: unknown }).$ref;
  return [...(typeof own === "string" ? [own] : []), ...Object.values(value).flatMap(referencesIn)];
}

function resolvable(document: Side["document"], schemas: readonly { $ref: string }[]): { $ref: string }[] {
  const keys = new Set(Object.keys(document.components?.schemas ?? {}).map((key) => join("#/components/schemas", key)));
  return schemas.filter(({ $ref }) => keys.has($ref));
}
