// The linter does not resolve the attribute, the compiler does.
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment
type Library = typeof import("openapi-typescript", { with: { "resolution-mode": "import" } });

/** What this room uses of openapi-typescript, as its declarations describe it. */
export type OpenapiTypescript = Pick<
  Library,
  | "transformSchema"
  | "scanDiscriminators"
  | "resolveRef"
  | "astToString"
  | "tsUnion"
  | "tsLiteral"
  | "tsIntersection"
  | "tsRecord"
  | "NEVER"
  | "UNKNOWN"
  | "NULL"
  | "NUMBER"
  | "STRING"
> & { readonly transformSchemaObject: Library["transformSchemaObject"] };

/**
 * By its parts, which its `exports` offer: its entry also loads Redocly to read, lint and bundle a document that is checked and in
 * one file by now, which takes as long again (measured, DECISIONS.md). Late: most commands never need it.
 */
export function loadOpenapiTypescript(): OpenapiTypescript {
  return {
    ...(require("openapi-typescript/dist/lib/ts.cjs") as Library),
    ...(require("openapi-typescript/dist/lib/utils.cjs") as Library),
    transformSchema: require("openapi-typescript/dist/transform/index.cjs") as Library["transformSchema"],
    transformSchemaObject: (
      require("openapi-typescript/dist/transform/schema-object.cjs") as { default: Library["transformSchemaObject"] }
    ).default,
  };
}
