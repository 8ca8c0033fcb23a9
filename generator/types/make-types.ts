import type { GlobalContext, OpenAPI3 } from "openapi-typescript" with { "resolution-mode": "import" };
import type { OpenApiDocument } from "../openapi";
import { escapeInvisible } from "../prepare/encode";
import { loadOpenapiTypescript, type OpenapiTypescript } from "./library";
import { showPointerCharacters } from "./pointer-characters";
import { withRecursiveNames } from "./recursive";
import { typeOfSchema } from "./type-of-schema";

/** What openapi-typescript is given, as one plain value that can go to another thread. */
export interface TypesJob {
  readonly header: string;
  /** Made by `documentForTypes`. */
  readonly document: unknown;
}

/** The text of `src/openapi.ts`. */
export function makeTypes({ header, document }: TypesJob): string {
  const library = loadOpenapiTypescript();
  const openapi = document as OpenAPI3;
  const nodes = withRecursiveNames(
    library.transformSchema(openapi, contextOf(openapi, library)),
    document as OpenApiDocument,
  );
  return header + escapeInvisible(showPointerCharacters(library.astToString(nodes)));
}

/** openapi-typescript's defaults, but: a default does not make a property always there, and an empty object holds anything. */
function contextOf(openapi: OpenAPI3, library: OpenapiTypescript): GlobalContext {
  const silent = { silent: true };
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: library.scanDiscriminators(openapi, silent),
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    // Its configuration of Redocly, which only its entry reads.
    redoc: undefined as never,
    resolve: (reference) => library.resolveRef(openapi, reference, silent),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (schema, options) => typeOfSchema(schema, options, library),
    transformProperty: undefined,
  };
}
