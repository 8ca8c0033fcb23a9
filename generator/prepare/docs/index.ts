import { keepingParts, keepingWhole } from "../../kept";
import { oncePerPair } from "../../remembered";
import type { ResolvedOperation } from "../operations";
import { perSchema, type Scope } from "../scope";
import { operationDocs } from "./operation";
import { packageDocs } from "./package";
import { schemaDocs, type SchemaScope } from "./schema";
import type { DocsScope } from "./scope";
import { schemaExamples } from "./schema-examples";
import { schemeAnchors } from "./security";
import { markPages, operationAnchors } from "./tag";
import { usedBy } from "./used-by";
import type { OperationDocs, PackageDocs, SchemaDocs } from "./view";

export interface DocsInput extends Scope {
  readonly operations: readonly ResolvedOperation[];
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
export function prepareDocs(input: DocsInput): DocsViews {
  const { document, names, openEnums, operations, baseUrl, returnTypes } = input;
  const { name, version } = input.package;
  const shared = { document, names, openEnums };
  const facts = keepDocsFacts({
    packageName: name,
    baseUrl,
    returnTypes,
    schemeAnchors: schemeAnchors(document, [`${name} reference`, ...indexHeadings]),
    anchors: operationAnchors(operations, names),
  });
  const scope = keepDocsScope({ ...shared, ...facts });
  const own = operations.map((operation) => operationOf(scope, operation));
  const marked = markPages(document, operations, own, names, baseUrl);
  const links = new Map(operations.map(({ operationId }, index) => [operationId, own[index]!.link]));
  const users = keepSchemaFacts({
    usedBy: usedBy(document, operations, names, links),
    examples: schemaExamples(document, operations),
  });
  const schemaScope = keepSchemaScope({ ...shared, ...users });
  return {
    package: packageDocs(scope, operations, version, links),
    operations: new Map(operations.map(({ operationId }, index) => [operationId, marked[index]!])),
    schemas: schemasOf(schemaScope),
  };
}

/** As with the scope of all that is prepared. */
const keepDocsFacts = keepingParts<Omit<DocsScope, keyof Scope>>();
const keepDocsScope = keepingWhole<DocsScope>();
const keepSchemaFacts = keepingParts<Omit<SchemaScope, keyof Scope>>();
const keepSchemaScope = keepingWhole<SchemaScope>();

const operationOf = oncePerPair(operationDocs);

const schemasOf = perSchema(schemaDocs);
