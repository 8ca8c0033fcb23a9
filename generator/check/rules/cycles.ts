import type { Rule } from "..";
import { alternatives, isAlternativeOf, listed } from "../../alternatives";
import { isReference, type OpenApiDocument } from "../../openapi";
import { atPointer, dereference, leadsDeep } from "../../references";
import { forEachReference } from "./references";

/** A schema that is part of itself through allOf has no instance; one that is its own alternative says nothing. Neither has a type. */
export const checkCycles: Rule = (document, findings) => {
  const starts = startsOf(document);
  const names = new Map(starts.map(({ schema, name }) => [schema, name]));
  const refused = new Set<unknown>();
  for (const { code, partsOf, says } of kinds) {
    const done = new Set<unknown>(refused);
    for (const { schema, name, tokens } of starts) {
      const cycle = done.has(schema) ? undefined : cycleFrom(schema, (part) => partsOf(document, part), done);
      const way = cycle?.flatMap((part) => names.get(part) ?? []);
      if (way === undefined) continue;
      refused.add(schema);
      const message = `the schema ${name} ${says}: ${way.join(" → ")}`;
      findings.add(tokens, { code, message, hint: "Break the circle.", at: "key" });
    }
  }
};

interface Start {
  readonly schema: unknown;
  readonly name: string;
  readonly tokens: readonly (string | number)[];
}

/** The components, and what references lead to that is none: every circle goes through one of them. */
function startsOf(document: OpenApiDocument): Start[] {
  const starts = Object.entries(document.components?.schemas ?? {}).map(([name, schema]): Start => ({
    schema,
    name,
    tokens: ["components", "schemas", name],
  }));
  const known = new Set(starts.map(({ schema }) => schema));
  forEachReference(document, (tokens, reference) => {
    const schema = leadsDeep(reference as string) ? atPointer(document, reference as string) : undefined;
    if (schema === undefined || known.has(schema)) return;
    known.add(schema);
    starts.push({ schema, name: reference as string, tokens });
  });
  return starts;
}

type PartsOf = (document: OpenApiDocument, schema: unknown) => unknown[];

/** What a schema is made of: the parts of its allOf, and what it refers to. */
const partsOfAll: PartsOf = (document, schema) => [...referred(document, schema), ...listed(schema, "allOf")];

/** Its alternatives as well. A parent among whose alternatives the schema is, is a part without them (types/parents.ts). */
const partsOfAny: PartsOf = (document, schema) => [
  ...referred(document, schema),
  ...listed(schema, "allOf").flatMap((part) =>
    isAlternativeOf(document, schema, part) ? listed(dereference(document, part), "allOf") : [part],
  ),
  ...alternatives(schema),
];

const kinds = [
  { code: "all-of-cycle", partsOf: partsOfAll, says: "contains itself through allOf" },
  { code: "union-cycle", partsOf: partsOfAny, says: "is an alternative of itself" },
];

function referred(document: OpenApiDocument, schema: unknown): unknown[] {
  return isReference(schema) ? [atPointer(document, schema.$ref)] : [];
}

/** The way from a schema back to it; `done`: what leads to no circle, or has been said to. */
function cycleFrom(start: unknown, partsOf: (part: unknown) => unknown[], done: Set<unknown>): unknown[] | undefined {
  const stack = [{ part: start, parts: partsOf(start) }];
  const trail = new Set([start]);
  while (stack.length > 0) {
    const part = stack.at(-1)!.parts.pop();
    if (part === undefined) {
      const ended = stack.pop()!.part;
      trail.delete(ended);
      done.add(ended);
      continue;
    }
    if (trail.has(part)) return part === start ? [...trail, part] : undefined;
    if (done.has(part)) continue;
    trail.add(part);
    stack.push({ part, parts: partsOf(part) });
  }
  return undefined;
}
