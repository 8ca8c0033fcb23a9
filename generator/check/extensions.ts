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
  return copy(value, undefined);
}

/** `names`: which keys are the author's; those of the answers of an operation are, but for its extensions. */
function copy(value: unknown, names: "all" | "answers" | undefined, field?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => copy(item, undefined));
  if (typeof value !== "object" || value === null) return value;
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    const isExtension = names !== "all" && key.startsWith("x-");
    if (names === undefined && (isData(undefined, key, member) || documentedExtensions.has(key))) result[key] = member;
    else if (!isExtension) result[key] = names === undefined ? copyMember(key, member, field) : copy(member, undefined);
  }
  return result;
}

/** Security requirements are lists of maps from the names of schemes. */
function copyMember(key: string, member: unknown, parent: string | undefined): unknown {
  if (key === "security" && Array.isArray(member)) return member.map((item) => copy(item, "all"));
  if (key === "responses" && parent !== "components") return copy(member, "answers");
  return copy(member, holdsNames(key, member) ? "all" : undefined, key);
}
