import { suggest } from "../suggest";
import type { Problem } from "../problem";
import { matches, namesOf, objectOf, rawOperations, tagsOf, type RawOperation } from "./operations";
import type { Selection, Shaping } from "./shaping";

type Json = Record<string, unknown>;

/** By each kind of selector, what an operation is called. */
const callings: { readonly [Kind in keyof Required<Selection>]: (operation: RawOperation) => string[] } = {
  tags: tagsOf,
  paths: ({ path }) => [path],
  operations: namesOf,
};

/**
 * Takes out of a document, in place, the operations that are not included or that are excluded, and then the components that nothing leads
 * to any more. Gives back a problem for each selector that means nothing.
 */
export function filter(document: unknown, { include, exclude, locate }: Shaping): Problem[] {
  const operations = rawOperations(document);
  const problems = [include, exclude].flatMap((selection, index) =>
    unmatched(operations, selection ?? {}, index === 0 ? "include" : "exclude", locate),
  );
  const isMeant = (operation: RawOperation): boolean =>
    (include === undefined || isSelected(operation, include)) &&
    (exclude === undefined || !isSelected(operation, exclude));
  for (const operation of operations.filter((candidate) => !isMeant(candidate)))
    Reflect.deleteProperty(operation.pathItem, operation.method);
  const paths = objectOf(objectOf(document)["paths"]);
  const left = new Set(rawOperations(document).map(({ path }) => path));
  for (const { path } of operations) if (!left.has(path)) Reflect.deleteProperty(paths, path);
  dropUnused(document as Json);
  return problems;
}

function isSelected(operation: RawOperation, selection: Selection): boolean {
  return kinds.some((kind) =>
    (selection[kind] ?? []).some((selector) => callings[kind](operation).some((name) => matches(selector, name))),
  );
}

const kinds = Object.keys(callings) as (keyof Selection)[];

function unmatched(
  operations: readonly RawOperation[],
  selection: Selection,
  key: string,
  locate: Shaping["locate"],
): Problem[] {
  return kinds.flatMap((kind) => {
    const names = new Set(operations.flatMap(callings[kind]));
    return (selection[kind] ?? []).flatMap((selector, index) =>
      [...names].some((name) => matches(selector, name))
        ? []
        : [matchesNothing(selector, names, locate(`/${key}/${kind}/${index}`))],
    );
  });
}

/** The problem of a selector that means no operation. */
export function matchesNothing(selector: string, names: Iterable<string>, at: ReturnType<Shaping["locate"]>): Problem {
  const near = suggest(selector, names);
  const { pointer, ...place } = at;
  return {
    severity: "error",
    code: "matches-nothing",
    message: `${JSON.stringify(selector)} matches nothing in the document`,
    hint: near === undefined ? "Correct it, or take it out." : `Did you mean ${JSON.stringify(near)}?`,
    pointer: `#${pointer}`,
    place,
  };
}

/** Components stay that paths lead to, and security schemes, which are called by name. */
function dropUnused(document: Json): void {
  const components = objectOf(document["components"]);
  const used = new Set<string>();
  const pending: unknown[] = [document["paths"], document["webhooks"]];
  for (let value = pending.pop(); pending.length > 0 || value !== undefined; value = pending.pop()) {
    for (const reference of referencesIn(value)) {
      const [, , kind, name] = reference.split("/");
      const key = `${kind ?? ""}/${name ?? ""}`;
      if (!reference.startsWith("#/components/") || used.has(key)) continue;
      used.add(key);
      pending.push(objectOf(components[kind ?? ""])[name ?? ""]);
    }
  }
  for (const [kind, map] of Object.entries(components)) {
    if (kind === "securitySchemes" || kind.startsWith("x-")) continue;
    for (const name of Object.keys(objectOf(map)))
      if (!used.has(`${kind}/${name}`)) Reflect.deleteProperty(map as object, name);
  }
}

/** Local references below a value; a mapping's bare name is one to a schema. */
function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "$ref" && typeof member === "string") yield member;
    else if (key === "mapping")
      for (const target of Object.values(objectOf(member)))
        yield String(target).startsWith("#") ? String(target) : `#/components/schemas/${String(target)}`;
    else yield* referencesIn(member);
  }
}
