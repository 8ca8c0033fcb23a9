import type { OpenApiDocument } from "../openapi";
import { GenerateError, exitCodes, type Problem } from "../problem";
import type { ResolvedOperation } from "./operations";

/** An old name that is kept for a while: an operationId, or a schema's key. */
export interface Alias {
  readonly was: string;
  /** What the document calls it now. */
  readonly is: string;
  /** The version of the package in which the old name goes. */
  readonly until: string;
}

/** Throws a `GenerateError` (exit code 2) with every alias that leads nowhere, or whose name is taken. */
export function checkAliases(
  document: OpenApiDocument,
  operations: readonly ResolvedOperation[],
  aliases: readonly Alias[],
): void {
  const known = new Set([
    ...operations.map(({ operationId }) => operationId),
    ...Object.keys(document.components?.schemas ?? {}),
  ]);
  const problems = aliases.flatMap(({ was, is }): Problem[] => {
    const problem = { severity: "error", code: "alias" } as const;
    if (!known.has(is)) {
      const hint = "Name an operationId or a schema of the document.";
      return [{ ...problem, message: `aliases: ${was} leads to ${is}, which the document does not have`, hint }];
    }
    if (!known.has(was)) return [];
    return [{ ...problem, message: `aliases: the document has ${was} itself`, hint: "Take the alias away." }];
  });
  if (problems.length > 0) throw new GenerateError(exitCodes.usage, problems);
}
