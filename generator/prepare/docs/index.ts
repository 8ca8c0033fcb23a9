import type { OpenApiDocument } from "../../openapi";
import type { Names } from "../names";
import { openEnums } from "../open-enums";
import type { ResolvedOperation } from "../operations";
import { operationDocs } from "./operation";
import { packageDocs } from "./package";
import { schemaDocs } from "./schema";
import type { DocsScope } from "./scope";
import { schemaExamples } from "./schema-examples";
import { schemeAnchors } from "./security";
import { markPages, operationAnchors } from "./tag";
import { usedBy } from "./used-by";
import type { OperationDocs, PackageDocs, SchemaDocs } from "./view";

export interface DocsInput {
  readonly document: OpenApiDocument;
  readonly operations: readonly ResolvedOperation[];
  readonly names: Names;
  readonly package: { readonly name: string; readonly version: string };
  /** The first server with its defaults, where it is absolute. */
  readonly baseUrl: string | undefined;
  /** What each operation returns, as the client's signature says it, by operationId. */
  readonly returnTypes: ReadonlyMap<string, string>;
}

export interface DocsViews {
  readonly package: PackageDocs;
  /** By operationId. */
  readonly operations: ReadonlyMap<string, OperationDocs>;
  /** By key in `components.schemas`. */
  readonly schemas: ReadonlyMap<string, SchemaDocs>;
}

/** The headings of the index page before those of the security schemes (templates/docs/index.mustache). */
const indexHeadings = ["Operations", "Schemas", "Guides", "First call", "Rate limits", "Authorisation"];

/** All that `templates/docs` prints. */
export function prepareDocs({
  document,
  operations,
  names,
  package: { name, version },
  baseUrl,
  returnTypes,
}: DocsInput): DocsViews {
  const anchors = operationAnchors(operations, names);
  const scope: DocsScope = {
    document,
    names,
    packageName: name,
    baseUrl,
    schemeAnchors: schemeAnchors(document, [`${name} reference`, ...indexHeadings]),
    returnTypes,
    openEnums: openEnums(document),
  };
  const own = operations.map((operation) => operationDocs(scope, operation, anchors.get(operation.operationId)!));
  const marked = markPages(document, operations, own, names, baseUrl);
  const links = new Map(operations.map(({ operationId }, index) => [operationId, own[index]!.link]));
  const schemaScope = {
    document,
    names,
    usedBy: usedBy(document, operations, names, links),
    openEnums: scope.openEnums,
    examples: schemaExamples(document, operations),
  };
  return {
    package: packageDocs(scope, operations, version, links),
    operations: new Map(operations.map(({ operationId }, index) => [operationId, marked[index]!])),
    schemas: new Map(
      Object.entries(document.components?.schemas ?? {}).map(([key, schema]) => [
        key,
        schemaDocs(schemaScope, key, schema),
      ]),
    ),
  };
}
