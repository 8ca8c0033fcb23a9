import type { Rule } from "..";
import type { OpenApiDocument } from "../../openapi";
import { pointerTokens } from "../../references";
import type { Findings } from "../findings";
import { lintStructure, type LintProblem } from "../redocly";

/** The shape of every object of the specification, by Redocly's linter: its fields, their types, what is required. */
export const checkStructure: Rule = async (document, findings) => {
  const is31 = document.openapi.startsWith("3.1");
  const problems = await lintStructure(withOrdinaryPrototypes(document));
  for (const problem of problems.filter((problem) => isProblem(problem, is31))) addProblem(findings, problem);
};

/** The linter calls `hasOwnProperty` of what it looks at: no member may be in its place. */
function withOrdinaryPrototypes(document: OpenApiDocument): OpenApiDocument {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === "hasOwnProperty" ? undefined : value,
  ) as OpenApiDocument;
}

/**
 * Three of its findings are none: a boolean schema among components, which 3.1 allows; a `nullable` without a type, which only says nothing (real documents have it), and a property
 * named as a member of `Object.prototype`, which it takes for that member.
 */
function isProblem({ message, location }: LintProblem, is31: boolean): boolean {
  const name = pointerTokens(location[0]?.pointer ?? "#/").at(-1)!;
  if (is31 && message.startsWith("Expected type `Schema` (object) but got `boolean`")) return false;
  return !message.includes("when the `nullable` field is used") && !(name in Object.prototype);
}

function addProblem(findings: Findings, problem: LintProblem): void {
  const location = problem.location[0];
  const tokens = pointerTokens(location?.pointer ?? "#/");
  const near = problem.suggest[0];
  findings.add(tokens, {
    code: "structure",
    message: problem.message.replaceAll("`", "").replace(/\s+/g, " ").replace(/\.$/, ""),
    hint:
      near === undefined
        ? "See the specification, https://spec.openapis.org/oas/latest.html."
        : `Did you mean ${near}?`,
    at: location?.reportOnKey ? "key" : "value",
  });
}
