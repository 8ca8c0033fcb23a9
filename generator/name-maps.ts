/** Fields whose value maps names to things: a key below them is the author's, also where it is spelled like a field. */
const nameMaps = new Set(
  `$defs callbacks content definitions dependentRequired dependentSchemas encoding examples headers links mapping parameters
   pathItems patternProperties properties requestBodies responses schemas scopes securitySchemes variables`.split(
    /\s+/,
  ),
);

/** Fields that hold data: nothing in them is OpenAPI, and nobody's to change. */
const dataFields = new Set(["const", "default", "enum", "example", "value"]);

/** Whether the keys of a field's value are names. */
export function holdsNames(field: unknown, value?: unknown): boolean {
  return typeof field === "string" && nameMaps.has(field) && !Array.isArray(value);
}

/** Whether the member `key` of the value of `field` is data. `field`: `undefined` for the document itself. */
export function isData(field: unknown, key: string, member: unknown): boolean {
  if (holdsNames(field)) return false;
  return dataFields.has(key) || (key === "examples" && Array.isArray(member));
}
