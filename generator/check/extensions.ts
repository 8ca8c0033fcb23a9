/**
 * Vendor extensions that mean something here (generator/README.md). All others are dropped before anything reads the document: nobody
 * who writes one for another tool can know what it would do to ours, or to a library that we use.
 */
export const documentedExtensions: ReadonlySet<string> = new Set(["x-pagination", "x-ratelimit-category", "x-sandbox"]);

/** Fields whose value maps names to things: a key below them is a name, also where it begins with `x-`. */
const nameMaps = new Set(
  `$defs callbacks content definitions dependentRequired dependentSchemas encoding examples headers links mapping parameters
   pathItems patternProperties properties requestBodies responses schemas scopes securitySchemes variables`.split(
    /\s+/,
  ),
);

/** Fields that hold data, which is nobody's to change. */
const data = new Set(["const", "default", "enum", "example", "value"]);

/** A copy of a document, with null-prototype objects, without the extensions that are not documented. */
export function withoutForeignExtensions(value: unknown): unknown {
  return copy(value, false);
}

function copy(value: unknown, keysAreNames: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => copy(item, false));
  if (typeof value !== "object" || value === null) return value;
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    if (keysAreNames) result[key] = copy(member, false);
    else if (data.has(key) || documentedExtensions.has(key)) result[key] = member;
    else if (key === "examples" && Array.isArray(member)) result[key] = member;
    else if (!key.startsWith("x-")) result[key] = copyMember(key, member);
  }
  return result;
}

/** Security requirements are lists of maps from the names of schemes. */
function copyMember(key: string, member: unknown): unknown {
  if (key === "security" && Array.isArray(member)) return member.map((item) => copy(item, true));
  return copy(member, nameMaps.has(key) && !Array.isArray(member));
}
