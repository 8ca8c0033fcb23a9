import type { ResolvedOperation } from "../operations";
import { codeCell, link, text } from "./markdown";
import type { RateLimitDocs } from "./view";

/** The categories of `x-ratelimit-category`, in document order, each with the operations that share its quota. */
export function rateLimits(
  operations: readonly ResolvedOperation[],
  links: ReadonlyMap<string, string>,
): RateLimitDocs[] {
  const categories = new Map<string, string[]>();
  for (const { operation, operationId } of operations) {
    const category = operation["x-ratelimit-category"];
    if (typeof category !== "string" || category === "") continue;
    const label = link(text(operationId), links.get(operationId)!);
    categories.set(category, [...(categories.get(category) ?? []), label]);
  }
  return [...categories].map(([category, labels]) => ({ category: codeCell(category), operations: labels.join(", ") }));
}
