import type { Rule } from "..";
import type { SecurityRequirement } from "../../openapi";
import { suggest } from "../../suggest";
import type { Findings } from "../findings";
import { forEachOperation } from "../operations";

/** "Each name MUST correspond to a security scheme which is declared in the Security Schemes" (Security Requirement Object). */
export const checkSecurity: Rule = (document, findings) => {
  const schemes = Object.keys(document.components?.securitySchemes ?? {});
  checkRequirements(findings, schemes, document.security, ["security"]);
  forEachOperation(document, (operation, tokens) => {
    checkRequirements(findings, schemes, operation.security, [...tokens, "security"]);
  });
};

function checkRequirements(
  findings: Findings,
  schemes: readonly string[],
  requirements: readonly SecurityRequirement[] = [],
  tokens: readonly string[],
): void {
  requirements.forEach((requirement, index) => {
    for (const name of Object.keys(requirement).filter((candidate) => !schemes.includes(candidate))) {
      const near = suggest(name, schemes);
      const hint = near === undefined ? "Define it below components.securitySchemes." : `Did you mean ${near}?`;
      const message = `there is no security scheme ${JSON.stringify(name)}`;
      findings.add([...tokens, index, name], { code: "unknown-security-scheme", message, hint, at: "key" });
    }
  });
}
