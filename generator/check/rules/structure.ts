import type { Rule } from "..";
import { pointerTokens } from "../../references";
import type { Findings } from "../findings";

/** One of Redocly's problems, as far as it is read here. */
interface LintProblem {
  readonly message: string;
  readonly suggest: readonly string[];
  readonly location: readonly { readonly pointer?: string | undefined; readonly reportOnKey?: boolean }[];
}

/** The shape of every object of the specification, by Redocly's linter: its fields, their types, what is required. */
export const checkStructure: Rule = async (document, findings) => {
  const { BaseResolver, Source, createConfig, lintDocument } =
    require("@redocly/openapi-core") as typeof import("@redocly/openapi-core");
  /** References are local by now; what else names an address (an example's `externalValue`) is not asked for. */
  class OfflineResolver extends BaseResolver {
    override loadExternalRef(address: string): Promise<never> {
      return Promise.reject(new Error(`not asked for: ${address}`));
    }
  }
  // A copy with ordinary prototypes, which the linter calls methods of.
  const parsed: unknown = JSON.parse(JSON.stringify(document));
  const problems = await lintDocument({
    document: { source: new Source("document.json", ""), parsed },
    config: (await createConfig({ rules: { struct: "error" } })).styleguide,
    externalRefResolver: new OfflineResolver(),
  });
  for (const problem of problems.filter(isProblem)) addProblem(findings, problem);
};

/**
 * Two of its findings are none: a `nullable` without a type, which only says nothing (real documents have it), and a property
 * named as a member of `Object.prototype`, which it takes for that member.
 */
function isProblem({ message, location }: LintProblem): boolean {
  const name = pointerTokens(location[0]?.pointer ?? "#/").at(-1)!;
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
