import type { Parameter, ParameterLocation } from "../../openapi";

const precedence: readonly ParameterLocation[] = ["path", "query", "header", "cookie"];

/**
 * The member of the arguments that takes each parameter: its wire name, or `query.id` where that is taken: by `body`, by a member that every
 * object has (`constructor`), or by a parameter earlier in the order path, query, header, cookie. So what is added never renames what was there.
 */
export function argumentNames(parameters: readonly Parameter[]): Map<Parameter, string> {
  const taken = new Set(["body", ...Object.getOwnPropertyNames(Object.prototype)]);
  const names = new Map<Parameter, string>();
  for (const location of precedence) {
    for (const parameter of parameters.filter((candidate) => candidate.in === location)) {
      const name = taken.has(parameter.name) ? `${location}.${parameter.name}` : parameter.name;
      taken.add(name);
      names.set(parameter, name);
    }
  }
  return names;
}
