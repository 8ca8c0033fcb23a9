/** openapi-typescript as its declarations for modules describe it: those for `require` lack the default export. */
export type OpenapiTypescript = typeof import("openapi-typescript", { with: { "resolution-mode": "import" } });

/** By require: importing it as a module takes twice as long (measured, DECISIONS.md). Late: most commands never need it. */
export function loadOpenapiTypescript(): OpenapiTypescript {
  return require("openapi-typescript") as OpenapiTypescript;
}
