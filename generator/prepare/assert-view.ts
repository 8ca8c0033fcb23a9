import { GenerateError, exitCodes } from "../problem";

/**
 * Throws unless every value is one that both engines print alike: a non-empty string, `true`, `false`, a list or an object of such
 * (templates/README.md). Anything else is a bug of ours. `path`: of the value, in words of the view.
 */
export function assertView(value: unknown, path: string): void {
  const fault = faultIn(value);
  if (fault === undefined) return;
  const place = [path, ...fault.keys].join(".");
  const hint = "This is a bug of audiences-codegen; nothing was written.";
  throw GenerateError.of(
    exitCodes.bug,
    "view",
    `${place} is ${fault.found}, which the engines print differently`,
    hint,
  );
}

function faultIn(value: unknown): { readonly keys: readonly string[]; readonly found: string } | undefined {
  if (typeof value === "boolean" || (typeof value === "string" && value !== "")) return undefined;
  if (typeof value !== "object" || value === null)
    return { keys: [], found: value === "" ? "an empty string" : value === null ? "null" : `of type ${typeof value}` };
  for (const key of Object.keys(value)) {
    const fault = faultIn((value as Record<string, unknown>)[key]);
    if (fault !== undefined) return { ...fault, keys: [key, ...fault.keys] };
  }
  return undefined;
}
