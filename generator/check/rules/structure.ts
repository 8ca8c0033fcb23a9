import type { Rule } from "..";
import type { OpenApiDocument } from "../../openapi";
import { valueAt } from "../../references";
import { suggest } from "../../suggest";
import type { Findings } from "../findings";
import { lintStructure, type LintProblem } from "../redocly";
import { checkReferences } from "./references";

/**
 * The shape of every object of the specification, by Redocly's linter: its fields, their types, what is required. A keyword that nobody knows
 * is taken out of a schema of 3.1.
 */
export const checkStructure: Rule = async (document, findings) => {
  const is31 = document.openapi.startsWith("3.1");
  const problems = await lintStructure(withOrdinaryNames(document) as OpenApiDocument);
  const found = problems
    .filter((problem) => isProblem(problem, is31))
    .map((problem) => ({ ...problem, tokens: ownTokens(document, problem.tokens) }));
  const unknown = found.filter((problem) => is31 && isUnknownKeyword(problem));
  for (const problem of unknown) takeOut(document, findings, problem);
  // What referred into one of them leads nowhere now.
  if (unknown.length > 0) await checkReferences(document, findings);
  const isUnknown = new Set(unknown);
  for (const problem of found.filter((problem) => !isUnknown.has(problem))) addProblem(document, findings, problem);
};

/**
 * The linter looks fields up in objects with a prototype, and takes a name such as `constructor` for a member of that. In the copy it
 * reads such a name has an underscore.
 */
function withOrdinaryNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOrdinaryNames);
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value))
    copy[key in Object.prototype ? `${key}_` : key] = withOrdinaryNames((value as Record<string, unknown>)[key]);
  return copy;
}

/** The way in the document to what the linter found in its copy. */
function ownTokens(document: unknown, tokens: readonly string[]): string[] {
  let value = document;
  return tokens.map((token) => {
    const parent = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
    const own = token.replace(/_$/, "");
    const key = own in Object.prototype && Object.hasOwn(parent, own) ? own : token;
    value = Object.hasOwn(parent, key) ? parent[key] : undefined;
    return key;
  });
}

/**
 * Two of its findings are none: a boolean schema among components, which 3.1 allows, and a `nullable` without a type, which only says
 * nothing (real documents have it).
 */
function isProblem({ message, tokens }: LintProblem, is31: boolean): boolean {
  // A reference to such a name still leads the linter to the member of the prototype.
  if ((tokens.at(-1) ?? "") in Object.prototype) return false;
  if (is31 && message.startsWith("Expected type `Schema` (object) but got `boolean`")) return false;
  return !message.includes("when the `nullable` field is used");
}

/**
 * A schema of 3.1 may have keywords that nobody knows: they say something to other readers (JSON Schema 2020-12, Core, 6.5). What stands where
 * another object has its place is none, whatever refers to it.
 */
function isUnknownKeyword({ message, type, place }: LintProblem): boolean {
  return type === "Schema" && place === "Schema" && /^Property `.*` is not expected here/s.test(message);
}

/** Nothing after this rule needs to know what might stand in it. */
function takeOut(document: OpenApiDocument, findings: Findings, { tokens, suggest: near }: LintProblem): void {
  const keyword = tokens.at(-1)!;
  Reflect.deleteProperty(valueAt(document, tokens.slice(0, -1)) as object, keyword);
  findings.add(tokens, { code: "unknown-keyword", ...saidOf(keyword, suggest(keyword, near)), at: "key" });
}

function saidOf(
  keyword: string,
  near: string | undefined,
): { severity: "warning" | "notice"; message: string; hint: string } {
  const message = `the keyword ${JSON.stringify(keyword)} is not known, and nothing is made of it`;
  if (keyword === "nullable")
    return { severity: "warning", message, hint: 'In 3.1 null is a type: `type: ["string", "null"]`.' };
  return near === undefined
    ? { severity: "notice", message, hint: "JSON Schema allows it." }
    : { severity: "warning", message, hint: `Did you mean ${near}?` };
}

/** 3.1's `type: null` in a document of 3.0 can mean one thing only, and real documents have it. */
function isNullIn30(document: OpenApiDocument, { message, tokens }: LintProblem): boolean {
  return message.includes("`type` can be one of the following only") && valueAt(document, tokens) === "null";
}

function addProblem(document: OpenApiDocument, findings: Findings, problem: LintProblem): void {
  const near = problem.suggest[0];
  findings.add(problem.tokens, {
    code: "structure",
    severity: isNullIn30(document, problem) ? "warning" : "error",
    message: problem.message.replaceAll("`", "").replace(/\s+/g, " ").replace(/\.$/, ""),
    hint:
      near === undefined
        ? "See the specification, https://spec.openapis.org/oas/latest.html."
        : `Did you mean ${near}?`,
    at: problem.isKey ? "key" : "value",
  });
}
