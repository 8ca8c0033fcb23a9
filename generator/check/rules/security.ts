import type { Rule } from "..";
import type { OAuthFlow, SecurityRequirement } from "../../openapi";
import { securitySchemes } from "../../security-schemes";
import { suggest } from "../../suggest";
import type { Findings } from "../findings";
import { forEachOperation } from "../operations";

/**
 * "Each name MUST correspond to a security scheme which is declared in the Security Schemes" (Security Requirement Object), and scopes are "a map
 * between the scope name and a short description for it" (OAuth Flow Object).
 */
export const checkSecurity: Rule = (document, findings) => {
  const schemes = Object.keys(document.components?.securitySchemes ?? {});
  for (const [name, { flows = {} }] of securitySchemes(document)) checkScopes(findings, flows, name);
  checkRequirements(findings, schemes, document.security, ["security"]);
  forEachOperation(document, (operation, tokens) => {
    checkRequirements(findings, schemes, operation.security, [...tokens, "security"]);
  });
};

function checkScopes(findings: Findings, flows: Readonly<Record<string, OAuthFlow>>, scheme: string): void {
  for (const [flow, { scopes }] of Object.entries(flows))
    for (const scope of Object.keys(scopes).filter((key) => typeof scopes[key] !== "string")) {
      const tokens = ["components", "securitySchemes", scheme, "flows", flow, "scopes", scope];
      findings.add(tokens, { code: "structure", message: "a scope has a text", hint: "Say what it is for." });
    }
}

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
