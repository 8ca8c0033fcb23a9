/** Fields whose value is a schema, and fields that hold several. */
const schema = new Set(
  `schema items additionalProperties not contains propertyNames if then else unevaluatedItems unevaluatedProperties
   contentSchema`.split(/\s+/),
);
const schemas = new Set(
  "properties patternProperties dependentSchemas $defs schemas allOf oneOf anyOf prefixItems".split(" "),
);
const maps = new Set("parameters responses headers examples links callbacks requestBodies securitySchemes".split(" "));

/**
 * The kind of component that a reference stands for, by the way to it: `schemas`, `parameters`, …; `pathItems` below `paths`;
 * `undefined` where OpenAPI has no reference.
 */
export function componentKind(tokens: readonly string[]): string | undefined {
  const [parent = "", field = ""] = [tokens.at(-2), tokens.at(-1)];
  if (schemas.has(parent) || schema.has(field)) return "schemas";
  if (field === "requestBody") return "requestBodies";
  if (parent === "paths" || parent === "webhooks" || parent === "pathItems") return "pathItems";
  return maps.has(parent) ? parent : undefined;
}
