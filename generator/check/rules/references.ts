import type { Rule } from "..";
import type { OpenApiDocument } from "../../openapi";
import { isData } from "../../name-maps";
import { atPointer, pointerTokens } from "../../references";
import type { Findings } from "../findings";
import { suggest } from "../../suggest";

type Tokens = readonly (string | number)[];

/** Every reference is local, resolves, and does not lead back to itself; no allOf contains itself. */
export const checkReferences: Rule = (document, findings) => {
  forEachReference(document, [], (tokens, reference) => {
    checkReference(document, findings, tokens, reference);
  });
  if (!findings.hasErrors) checkAllOf(document, findings);
};

/** Values of examples are data, and `$ref` as the name of a property is none. */
function forEachReference(value: unknown, tokens: Tokens, visit: (tokens: Tokens, reference: unknown) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const isName = ["properties", "patternProperties", "$defs", "schemas"].includes(String(tokens.at(-1)));
    if (key === "$ref" && !isName && !Array.isArray(value)) visit([...tokens, key], member);
    else if (key === "mapping" && tokens.at(-1) === "discriminator") forEachMapping(member, [...tokens, key], visit);
    else if (isName || !isData(tokens.at(-1), key, member)) forEachReference(member, [...tokens, key], visit);
  }
}

/** A mapping's value is a reference, or a schema's bare name (Discriminator Object). */
function forEachMapping(mapping: unknown, tokens: Tokens, visit: (tokens: Tokens, reference: unknown) => void): void {
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

/** A schema that is part of itself through allOf has no instance and no type. */
function checkAllOf(document: OpenApiDocument, findings: Findings): void {
  const done = new Set<string>();
  for (const name of Object.keys(document.components?.schemas ?? {})) {
    const cycle = allOfCycle(document, name, done);
    if (cycle === undefined) continue;
    const message = `the schema ${name} contains itself through allOf: ${cycle.join(" → ")}`;
    findings.add(["components", "schemas", name], {
      code: "all-of-cycle",
      message,
      hint: "Break the circle.",
      at: "key",
    });
  }
}

function allOfCycle(document: OpenApiDocument, start: string, done: Set<string>): string[] | undefined {
  const stack: { name: string; parts: string[] }[] = [{ name: start, parts: allOfParts(document, start) }];
  while (stack.length > 0) {
    const part = stack.at(-1)!.parts.pop();
    if (part === undefined) {
      done.add(stack.pop()!.name);
      continue;
    }
    const trail = stack.map(({ name }) => name);
    if (trail.includes(part)) return part === start ? [...trail, part] : undefined;
    if (!done.has(part)) stack.push({ name: part, parts: allOfParts(document, part) });
  }
  return undefined;
}

function allOfParts(document: OpenApiDocument, name: string): string[] {
  const schema = document.components?.schemas?.[name];
  if (typeof schema !== "object") return [];
  const parts: unknown[] = [schema, ...(Array.isArray(schema.allOf) ? schema.allOf : [])];
  return parts
    .map((part) => (typeof part === "object" && part !== null ? (part as { $ref?: unknown }).$ref : undefined))
    .filter(
      (reference): reference is string =>
        typeof reference === "string" && reference.startsWith("#/components/schemas/"),
    )
    .map((reference) => pointerTokens(reference)[2]!);
}
