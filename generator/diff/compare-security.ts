import type { SecurityRequirement } from "../openapi";
import type { OperationPair } from "./compare-operations";
import type { Comparison } from "./comparison";
import { join } from "./flat-schema";
import { operationPointer } from "./pointers";

/** What credentials a call needs. An alternative that was enough and no longer is breaks who relies on it. */
export function compareSecurity({ add, ...sides }: Comparison, { old, next, spot }: OperationPair): void {
  const [before, after] = [alternatives(old.security), alternatives(next.security)];
  const pointer = (side: "old" | "new", operation: typeof old): string =>
    operation.operation.security === undefined && sides[side].document.security !== undefined
      ? "#/security"
      : join(operationPointer(operation), "security");
  const found = { spot, old: pointer("old", old), new: pointer("new", next), shownBy: "document" } as const;
  const isKept = before.every((needed) => after.some((other) => isSubset(other, needed)));
  const isOld = after.every((needed) => before.some((other) => isSubset(other, needed)));
  const change = { before: printed(before), after: printed(after) };
  if (!isKept) add({ code: "security-narrowed", severity: "major", ...found, ...change });
  else if (!isOld) add({ code: "security-widened", severity: "minor", ...found, ...change });
}

/** What one alternative asks for: schemes, and scopes of them. None at all: anyone may call. */
type Needs = ReadonlySet<string>;

function alternatives(security: readonly SecurityRequirement[]): Needs[] {
  if (security.length === 0) return [new Set()];
  return security.map(
    (requirement) =>
      new Set(
        Object.entries(requirement).flatMap(([scheme, scopes]) =>
          scopes.length === 0 ? [scheme] : scopes.map((scope) => `${scheme} with ${scope}`),
        ),
      ),
  );
}

function isSubset(one: Needs, other: Needs): boolean {
  return [...one].every((need) => other.has(need));
}

function printed(needs: readonly Needs[]): string {
  return needs.map((one) => (one.size === 0 ? "no credentials" : [...one].join(" and "))).join(" or ");
}
