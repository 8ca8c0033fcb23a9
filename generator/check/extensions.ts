import { holdsNames, isData } from "../name-maps";

/**
 * Vendor extensions that mean something here (generator/README.md). All others are dropped before anything reads the document: nobody
 * who writes one for another tool can know what it would do to ours, or to a library that we use.
 */
export const documentedExtensions: ReadonlySet<string> = new Set([
  "x-enum-descriptions",
  "x-enumDescriptions",
  "x-pagination",
  "x-ratelimit-category",
  "x-sandbox",
  "x-sunset",
]);

/** A copy of a document, with null-prototype objects, without the extensions that are not documented. */
export function withoutForeignExtensions(value: unknown): unknown {
  return copy(value, false);
}

/** `field`: that the value is of, where its keys are the specification's. */
function copy(value: unknown, keysAreNames: boolean, field?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => copy(item, false));
  if (typeof value !== "object" || value === null) return value;
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    if (keysAreNames) result[key] = copy(member, false);
    else if (isData(undefined, key, member) || documentedExtensions.has(key)) result[key] = member;
    else if (!key.startsWith("x-")) result[key] = copyMember(key, member, field);
  }
  return result;
}

/** Security requirements are lists of maps from the names of schemes. */
function copyMember(key: string, member: unknown, parent: string | undefined): unknown {
  if (key === "security" && Array.isArray(member)) return member.map((item) => copy(item, true));
  if (key === "responses" && parent !== "components") return copy(statusesOf(member), true);
  return copy(member, holdsNames(key, member), key);
}

/** Of the answers of an operation, without the extensions beside them (Responses Object); components may be called `x-…`. */
function statusesOf(responses: unknown): unknown {
  if (typeof responses !== "object" || responses === null) return responses;
  return Array.isArray(responses)
    ? responses
    : Object.fromEntries(Object.entries(responses).filter(([key]) => !key.startsWith("x-")));
}
