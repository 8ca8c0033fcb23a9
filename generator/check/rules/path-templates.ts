import type { Rule } from "..";
import { methods, type OpenApiDocument, type Parameter, type PathItem } from "../../openapi";
import { dereference } from "../../references";
import type { Findings } from "../findings";
import { forEachOperation } from "../operations";

/** Path templates and path parameters name each other, each parameter once (Paths Object; Parameter Object, `name`). */
export const checkPathTemplates: Rule = (document, findings) => {
  checkShapes(document, findings);
  forEachOperation(document, (operation, tokens, pathItem) => {
    const templates = [...tokens[1].matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
    const resolve = (parameter: Parameter | { $ref: string }): Parameter => dereference<Parameter>(document, parameter);
    const own = (operation.parameters ?? []).map(resolve);
    const inherited = (pathItem.parameters ?? []).map(resolve);
    const declared = [...own, ...inherited].filter((parameter) => parameter.in === "path").map(({ name }) => name);
    for (const name of templates.filter((candidate) => !declared.includes(candidate))) {
      const message = `the path has {${name}}, but ${tokens[2].toUpperCase()} declares no path parameter of that name`;
      findings.add(tokens, {
        code: "path-parameter-missing",
        message,
        hint: `Declare it: in: path, name: ${name}, required: true.`,
        at: "key",
      });
    }
    for (const { name } of [...own, ...inherited].filter(isOptionalInPath)) {
      const message = `the path parameter ${JSON.stringify(name)} is taken as required: there is no path without it`;
      findings.add(tokens, {
        code: "path-parameter-optional",
        severity: "warning",
        message,
        hint: "Say `required: true`.",
        at: "key",
      });
    }
    own.forEach((parameter, index) => {
      const at = [...tokens, "parameters", index];
      if (parameter.in === "path" && !templates.includes(parameter.name)) {
        const message = `the path parameter ${JSON.stringify(parameter.name)} is not in the path`;
        findings.add(at, {
          code: "path-parameter-unused",
          message,
          hint: `Put {${parameter.name}} into the path, or remove it.`,
        });
      }
      if (own.findIndex((other) => other.name === parameter.name && other.in === parameter.in) < index) {
        const message = `the ${parameter.in} parameter ${JSON.stringify(parameter.name)} is there twice`;
        findings.add(at, { code: "duplicate-parameter", message, hint: "Keep one of the two." });
      }
    });
  });
};

/** "If the parameter location is "path", this property is REQUIRED and its value MUST be true" (Parameter Object, `required`). */
function isOptionalInPath({ in: place, required }: Parameter): boolean {
  return place === "path" && required !== true;
}

/** Two templates of one shape are told apart by nothing; where no method is in both, a request still means one operation. */
function checkShapes(document: OpenApiDocument, findings: Findings): void {
  const shapes = new Map<string, string>();
  const methodsOf = (path: string): string[] => {
    const pathItem = dereference<PathItem>(document, document.paths![path]!);
    return methods.filter((method) => pathItem[method] !== undefined);
  };
  for (const path of Object.keys(document.paths ?? {}).filter((key) => !key.startsWith("x-"))) {
    const shape = path.replace(/\{[^{}]*\}/g, "{}");
    const twin = shapes.get(shape);
    shapes.set(shape, path);
    if (twin === undefined) continue;
    const message = `this path and ${twin} differ only in the names of their parameters`;
    const severity = methodsOf(path).some((method) => methodsOf(twin).includes(method)) ? "error" : "warning";
    const hint = "Use one path item for both.";
    findings.add(["paths", path], { code: "ambiguous-path", message, hint, at: "key", severity });
  }
}
