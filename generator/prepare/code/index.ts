import { commentText, stringLiteral } from "../encode";
import type { Alias } from "../aliases";
import { oncePerPair } from "../../remembered";
import { baseUrlOf } from "../base-url";
import type { ResolvedOperation } from "../operations";
import { perSchema, type Scope } from "../scope";
import type { OperationCode, PackageCode, SchemaCode } from "../view";
import type { OpenApiDocument } from "../../openapi";
import { code } from "../docs/markdown";
import { clientImports } from "./imports";
import { markTags } from "./tags";
import { prepareOperation } from "./operation";
import { tokenUrlLiterals } from "./token-urls";
import { prepareSchema } from "./schema";
import { schemeImports, schemesCode } from "./security-schemes";

/** What one run knows beside the document. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly hasChangelog: boolean;
  /** Whether a template reads what `docs` of a view says. */
  readonly hasDocs: boolean;
  /** Old names that are kept. */
  readonly aliases?: readonly Alias[];
}

export interface CodeViews {
  readonly package: PackageCode;
  /** By operationId. */
  readonly operations: ReadonlyMap<string, OperationCode>;
  /** By key in `components.schemas`. */
  readonly schemas: ReadonlyMap<string, SchemaCode>;
}

/** All that `templates/client` and `templates/package` print of TypeScript and JSON. */
export function prepareCode(scope: Scope, operations: readonly ResolvedOperation[], facts: PackageFacts): CodeViews {
  const { document, names } = scope;
  const prepared = operations.map((operation) => operationOf(scope, operation));
  return {
    package: preparePackage(document, prepared, facts),
    operations: new Map(
      markTags(document, operations, prepared, names).map((code, index) => [operations[index]!.operationId, code]),
    ),
    schemas: schemasOf(scope),
  };
}

const operationOf = oncePerPair(prepareOperation);

const schemasOf = perSchema(prepareSchema);

function preparePackage(
  document: OpenApiDocument,
  operations: readonly OperationCode[],
  facts: PackageFacts,
): PackageCode {
  const { title, version } = document.info;
  const baseUrl = baseUrlOf(document);
  const schemes = schemesCode(document);
  return {
    nameLiteral: stringLiteral(facts.name),
    nameCode: code(facts.name),
    versionLiteral: stringLiteral(facts.version),
    descriptionLiteral: stringLiteral(`A typed client for ${title}, made from its OpenAPI document.`),
    specVersionLiteral: stringLiteral(version),
    userAgentLiteral: stringLiteral(userAgentOf(facts, version)),
    baseUrlLiteral: baseUrl !== undefined && stringLiteral(baseUrl),
    ...tokenUrlLiterals(document),
    hasSchemes: schemes.length > 0,
    schemes,
    schemeImports: schemeImports(schemes),
    transportLiteral: `{ ${[
      "userAgent",
      ...(baseUrl === undefined ? [] : [`baseUrl: ${stringLiteral(baseUrl)}`]),
      ...(schemes.length === 0 ? [] : ["authorize: authorizeBy(schemes, options)"]),
    ].join(", ")} }`,
    provenance: commentText(`${title} ${version}`.replaceAll(/\s+/g, " ")).trim() || "an OpenAPI document",
    hasChangelog: facts.hasChangelog,
    hasSchemas: Object.keys(document.components?.schemas ?? {}).length > 0,
    clientImports: clientImports(operations),
  };
}

/** A comment of the document's version; what has no place in one is left out (RFC 9110, 5.6.5). */
function userAgentOf({ name, version }: PackageFacts, specVersion: string): string {
  return `${name.replace(/^@/, "")}/${version} (spec ${specVersion.replace(/[^\x20-\x7e]|[()\\]/g, "")})`;
}
