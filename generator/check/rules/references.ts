import type { Rule } from "..";
import type { OpenApiDocument } from "../../openapi";
import { isData } from "../../name-maps";
import { atPointer, leadsDeep, pointerTokens } from "../../references";
import type { Findings } from "../findings";
import { suggest } from "../../suggest";

type Tokens = readonly (string | number)[];

/** Every reference is local, resolves, and does not lead back to itself; no allOf contains itself. */
export const checkReferences: Rule = (document, findings) => {
  forEachReference(document, (tokens, reference) => {
    checkReference(document, findings, tokens, reference);
  });
  if (!findings.hasErrors) checkAllOf(document, findings);
};

type Visit = (tokens: Tokens, reference: unknown) => void;

/** Values of examples are data, and `$ref` as the name of a property is none. */
export function forEachReference(document: OpenApiDocument, visit: Visit): void {
  walk(document, [], visit);
}

const namesOfSchemas = new Set<unknown>(["properties", "patternProperties", "$defs", "schemas"]);

/** `tokens`: one list for the whole walk, as long as the way to this value. */
function walk(value: unknown, tokens: string[], visit: Visit): void {
  if (typeof value !== "object" || value === null) return;
  const field = tokens.at(-1);
  const isName = namesOfSchemas.has(field);
  for (const key of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[key];
    tokens.push(key);
    if (key === "$ref" && !isName && !Array.isArray(value)) visit([...tokens], member);
    else if (key === "mapping" && field === "discriminator") forEachMapping(member, tokens, visit);
    else if (isName || !isData(field, key, member)) walk(member, tokens, visit);
    tokens.pop();
  }
}

/** A mapping's value is a reference, or a schema's bare name (Discriminator Object). */
function forEachMapping(mapping: unknown, tokens: Tokens, visit: Visit): void {
  for (const [key, value] of Object.entries(mapping ?? {})) {
    if (typeof value === "string")
      visit([...tokens, key], /[#/:]/.test(value) ? value : `#/components/schemas/${value}`);
  }
}

function checkReference(document: OpenApiDocument, findings: Findings, tokens: Tokens, reference: unknown): void {
  if (typeof reference !== "string") {
    findings.add(tokens, {
      code: "unresolved-reference",
      message: "a `$ref` must be a string",
      hint: "See the Reference Object.",
    });
    return;
  }
  if (!reference.startsWith("#/")) {
    findings.add(tokens, notAPointer);
    return;
  }
  let decodes = true;
  try {
    pointerTokens(reference);
  } catch {
    decodes = false;
  }
  if (!decodes || atPointer(document, reference) === undefined) {
    findings.add(tokens, unresolved(document, reference));
    return;
  }
  if (leadsToItself(document, reference)) {
    findings.add(tokens, {
      code: "reference-cycle",
      message: `${show(reference)} leads back to itself`,
      hint: "One of the references on the way must be a value.",
    });
  }
}

/** Other files are part of the document by now (`load`). */
const notAPointer = {
  code: "unresolved-reference",
  message: "only a JSON pointer is followed, no anchor and no reference to the whole document",
  hint: "Write it as `#/components/…`.",
};

function unresolved(document: OpenApiDocument, reference: string): { code: string; message: string; hint: string } {
  const parent = reference.slice(0, reference.lastIndexOf("/"));
  let siblings: object = {};
  try {
    siblings = atPointer(document, parent) ?? {};
  } catch {
    // The hint goes without a suggestion.
  }
  const near = suggest(reference.slice(parent.length + 1), Object.keys(siblings));
  const hint =
    near === undefined ? "Define it, or correct the reference." : `Did you mean ${show(`${parent}/${near}`)}?`;
  return { code: "unresolved-reference", message: `${show(reference)} does not exist`, hint };
}

function show(reference: string): string {
  return reference.length > 120 ? `${reference.slice(0, 117)}…` : reference;
}

function leadsToItself(document: OpenApiDocument, reference: string): boolean {
  const seen = new Set<string>();
  for (let current: unknown = reference; typeof current === "string";) {
    if (seen.has(current)) return true;
    seen.add(current);
    const value = atPointer(document, current) as { $ref?: unknown } | null | undefined;
    current = typeof value === "object" && value !== null ? value.$ref : undefined;
  }
  return false;
}

interface Start {
  readonly schema: unknown;
  readonly name: string;
  readonly tokens: Tokens;
}

/** A schema that is part of itself through allOf has no instance and no type. */
function checkAllOf(document: OpenApiDocument, findings: Findings): void {
  const starts = startsOf(document);
  const names = new Map(starts.map(({ schema, name }) => [schema, name]));
  const done = new Set<unknown>();
  for (const { schema, name, tokens } of starts) {
    const cycle = allOfCycle(document, schema, done)?.flatMap((part) => names.get(part) ?? []);
    if (cycle === undefined) continue;
    const message = `the schema ${name} contains itself through allOf: ${cycle.join(" → ")}`;
    findings.add(tokens, { code: "all-of-cycle", message, hint: "Break the circle.", at: "key" });
  }
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

function allOfCycle(document: OpenApiDocument, start: unknown, done: Set<unknown>): unknown[] | undefined {
  const stack: { part: unknown; parts: unknown[] }[] = [{ part: start, parts: partsOf(document, start) }];
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
    stack.push({ part, parts: partsOf(document, part) });
  }
  return undefined;
}

/** What a schema is made of: the parts of its allOf, and what it refers to. */
function partsOf(document: OpenApiDocument, schema: unknown): unknown[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { $ref, allOf } = schema as { $ref?: unknown; allOf?: unknown };
  const parts: unknown[] = [
    ...(typeof $ref === "string" ? [atPointer(document, $ref)] : []),
    ...(Array.isArray(allOf) ? (allOf as unknown[]) : []),
  ];
  return parts.filter((part) => typeof part === "object" && part !== null);
}
