import type { RenderedFile } from "../flow";
import type { OpenApiDocument, SchemaObject } from "../openapi";
import { commentText, escapeInvisible } from "../prepare/encode";
import { documentForTypes } from "./document-for-types";
import { loadOpenapiTypescript } from "./library";
import { typeOfSchema } from "./type-of-schema";

/**
 * `Document` → `src/openapi.ts`: the types `paths`, `components` and `operations`, by openapi-typescript, as it prints them
 * (DECISIONS.md). The only room that knows openapi-typescript. `openEnums`: the schemas whose enum may grow.
 */
export async function types(document: OpenApiDocument, openEnums: ReadonlySet<SchemaObject>): Promise<RenderedFile> {
  const openapiTypescript = loadOpenapiTypescript();
  const { createConfig } = require("@redocly/openapi-core") as typeof import("@redocly/openapi-core");
  const nodes = await openapiTypescript.default(documentForTypes(document, openEnums) as never, {
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    redocly: await createConfig({ rules: {} }),
    silent: true,
    transform: (schema) => typeOfSchema(schema, openapiTypescript),
  });
  const { title, version } = document.info;
  const header = `// Types of ${commentText(`${title} ${version}`.replaceAll(/\s+/g, " "))}, made by openapi-typescript. Do not edit.\n\n`;
  return { path: "src/openapi.ts", text: header + escapeInvisible(openapiTypescript.astToString(nodes)) };
}
