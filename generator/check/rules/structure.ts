import type { Rule } from "..";
import type { OpenApiDocument } from "../../openapi";
import { atPointer, pointerTokens } from "../../references";
import type { Findings } from "../findings";
import { lintStructure, type LintProblem } from "../redocly";

/** The shape of every object of the specification, by Redocly's linter: its fields, their types, what is required. */
export const checkStructure: Rule = async (document, findings) => {
  const is31 = document.openapi.startsWith("3.1");
  const problems = await lintStructure(withOrdinaryNames(document) as OpenApiDocument);
  for (const problem of problems.filter((problem) => isProblem(problem, is31))) {
    if (is31 && isUnknownKeyword(problem)) noticeKeyword(findings, problem);
    else addProblem(document, findings, problem);
  }
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

/**
 * Two of its findings are none: a boolean schema among components, which 3.1 allows, and a `nullable` without a type, which only says
 * nothing (real documents have it).
 */
function isProblem({ message, location }: LintProblem, is31: boolean): boolean {
  // A reference to such a name still leads the linter to the member of the prototype.
  if (pointerTokens(location[0]?.pointer ?? "#/").at(-1)! in Object.prototype) return false;
  if (is31 && message.startsWith("Expected type `Schema` (object) but got `boolean`")) return false;
  return !message.includes("when the `nullable` field is used");
}

/**
 * A schema of 3.1 may have keywords that nobody knows: they say something to other readers (JSON Schema 2020-12, Core, 6.5). What stands where
 * another object has its place is none, whatever refers to it.
 */
function isUnknownKeyword({ message, type, location }: LintProblem): boolean {
  const tokens = pointerTokens(location[0]?.pointer ?? "#/");
  const isPlace = tokens.includes("schema") || (tokens[0] === "components" && tokens[1] === "schemas");
  return isPlace && type === "Schema" && /^Property `.*` is not expected here/s.test(message);
}

function noticeKeyword(findings: Findings, { location, suggest }: LintProblem): void {
  const tokens = pointerTokens(location[0]?.pointer ?? "#/");
  const near = suggest[0];
  findings.add(tokens, {
    code: "unknown-keyword",
    severity: near === undefined ? "notice" : "warning",
    message: `the keyword ${JSON.stringify(tokens.at(-1))} is not known, and nothing is made of it`,
    hint: near === undefined ? "JSON Schema allows it." : `Did you mean ${near}?`,
    at: "key",
  });
}

/** 3.1's `type: null` in a document of 3.0 can mean one thing only, and real documents have it. */
function isNullIn30(document: OpenApiDocument, { message, location }: LintProblem): boolean {
  const isOfType = message.includes("`type` can be one of the following only");
  return isOfType && atPointer(document, location[0]?.pointer ?? "#/") === "null";
}

function addProblem(document: OpenApiDocument, findings: Findings, problem: LintProblem): void {
  const location = problem.location[0];
  const severity = isNullIn30(document, problem) ? "warning" : "error";
  const tokens = pointerTokens(location?.pointer ?? "#/");
  const near = problem.suggest[0];
  findings.add(tokens, {
    code: "structure",
    severity,
    message: problem.message.replaceAll("`", "").replace(/\s+/g, " ").replace(/\.$/, ""),
    hint:
      near === undefined
        ? "See the specification, https://spec.openapis.org/oas/latest.html."
        : `Did you mean ${near}?`,
    at: location?.reportOnKey ? "key" : "value",
  });
}
