import type { Rule } from "..";
import type { OpenApiDocument } from "../../openapi";
import { cycle, shortened, type Fault } from "../../load/faults";
import { isData } from "../../name-maps";
import { atPointer, pointerTokens } from "../../references";
import type { Findings } from "../findings";
import { suggest } from "../../suggest";

type Tokens = readonly (string | number)[];

/** Every reference is local, resolves, and does not lead back to itself. */
export const checkReferences: Rule = (document, findings) => {
  forEachReference(document, (tokens, reference) => {
    checkReference(document, findings, tokens, reference);
  });
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
    const mayBeReference = key === "$ref" && !Array.isArray(value);
    if (mayBeReference && (!isName || typeof member === "string")) visit([...tokens], member);
    else if (key === "mapping" && field === "discriminator") forEachMapping(member, tokens, visit);
    else if (isName || !isData(field, key, member)) walk(member, tokens, visit);
    tokens.pop();
  }
}

/** A mapping's value is a reference, or a schema's bare name (Discriminator Object). */
function forEachMapping(mapping: unknown, tokens: Tokens, visit: Visit): void {
  for (const [key, value] of Object.entries(mapping ?? {})) {
    const isName = typeof value === "string" && !/[#/:]/.test(value);
    visit([...tokens, key], isName ? `#/components/schemas/${value}` : value);
  }
}

function checkReference(document: OpenApiDocument, findings: Findings, tokens: Tokens, reference: unknown): void {
  if (typeof reference !== "string") {
    findings.add(tokens, {
      code: "unresolved-reference",
      message: "a reference must be a string",
      hint: "See the specification, Reference Object and Discriminator Object.",
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
    findings.add(tokens, cycle(shortened(reference)));
  }
}

/** Other files are part of the document by now (`load`). */
const notAPointer = {
  code: "unresolved-reference",
  message: "only a JSON pointer is followed, no anchor and no reference to the whole document",
  hint: "Write it as `#/components/…`.",
};

function unresolved(document: OpenApiDocument, reference: string): Fault {
  const parent = reference.slice(0, reference.lastIndexOf("/"));
  let siblings: object = {};
  try {
    siblings = atPointer(document, parent) ?? {};
  } catch {
    // The hint goes without a suggestion.
  }
  const near = suggest(reference.slice(parent.length + 1), Object.keys(siblings));
  const hint =
    near === undefined ? "Define it, or correct the reference." : `Did you mean ${shortened(`${parent}/${near}`)}?`;
  return { code: "unresolved-reference", message: `${shortened(reference)} does not exist`, hint };
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
