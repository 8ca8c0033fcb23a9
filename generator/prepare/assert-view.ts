import { GenerateError, exitCodes } from "../problem";

/**
 * Throws unless every value is one that both engines print alike: a non-empty string, `true`, `false`, a list or an object of such
 * (templates/README.md). Anything else is a bug of ours. `path`: of the value, in words of the view.
 */
export function assertView(value: unknown, path: string): void {
  if (typeof value === "boolean" || (typeof value === "string" && value !== "")) return;
  if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) assertView(member, `${path}.${key}`);
    return;
  }
  const found = value === "" ? "an empty string" : value === null ? "null" : `of type ${typeof value}`;
  const hint = "This is a bug of audiences-codegen; nothing was written.";
  throw GenerateError.of(exitCodes.bug, "view", `${path} is ${found}, which the engines print differently`, hint);
}
