import valid from "semver/functions/valid";
import type { Alias } from "../prepare/aliases";

/** What is wrong with the value of `aliases`, or nothing. */
export function checkAliasMap(value: unknown): string | undefined {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  if (isMap && Object.values(value).every(isAlias)) return undefined;
  return "must map old names to what they are now and the version in which they go, such as `things_fetch: { is: things_get, until: 0.4.0 }`";
}

/** A checked value of `aliases`, in its order. */
export function aliasesOf(value: unknown): Alias[] {
  return Object.entries((value ?? {}) as Record<string, Omit<Alias, "was">>).map(([was, { is, until }]) => ({
    was,
    is,
    until,
  }));
}

function isAlias(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { is, until, ...others } = value as { is?: unknown; until?: unknown };
  return (
    typeof is === "string" && typeof until === "string" && valid(until) !== null && Object.keys(others).length === 0
  );
}
