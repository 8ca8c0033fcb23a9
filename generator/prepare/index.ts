import type { Document, PreparedDocument, PreparedTag } from "../flow";
import { withinTime } from "../time-limit";
import { checkAliases } from "./aliases";
import { assertView } from "./assert-view";
import { baseUrlOf } from "./base-url";
import { prepareCode, type PackageFacts } from "./code";
import { prepareDocs } from "./docs";
import { nameAll } from "./names";
import { openEnums } from "./open-enums";
import { resolveOperations, type ResolvedOperation } from "./operations";
import { keptOperation, scopeOf } from "./scope";
import type { OperationView } from "./view";

/** `Document` → `PreparedDocument`: names, order, texts; after it nothing is left to decide. Pure. */
export function prepare(document: Document, facts: PackageFacts): PreparedDocument {
  return withinTime("preparing what the templates print", () => prepareAll(document, facts));
}

function prepareAll(document: Document, facts: PackageFacts): PreparedDocument {
  const { openapi } = document;
  const resolved = resolveOperations(openapi);
  const aliases = facts.aliases ?? [];
  checkAliases(openapi, resolved, aliases);
  const scope = scopeOf(openapi, nameAll(openapi, resolved, aliases), openEnums(openapi));
  const operations = resolved.map((operation) => keptOperation(scope, operation));
  const { names } = scope;
  const code = prepareCode(scope, operations, facts);
  const docs =
    facts.hasDocs &&
    prepareDocs({
      ...scope,
      operations,
      package: facts,
      baseUrl: baseUrlOf(openapi),
      returnTypes: new Map(
        [...code.operations].map(([id, { returnType }]) => [id, returnType.replaceAll("schemas.", "")]),
      ),
    });
  const view = ({ operationId }: ResolvedOperation): OperationView => ({
    code: code.operations.get(operationId)!,
    docs: docs && docs.operations.get(operationId)!,
  });
  const prepared: PreparedDocument = {
    package: { code: code.package, docs: docs && docs.package },
    tags: [...names.tags].map(([tag, { fileStem, pageStem }]): PreparedTag => ({
      fileStem,
      pageStem,
      operations: operations.filter((operation) => operation.tag === tag).map(view),
    })),
    schemas: [...names.schemas].map(([key, { pageStem }]) => ({
      pageStem,
      view: { code: code.schemas.get(key)!, docs: docs && docs.schemas.get(key)! },
    })),
  };
  assertView(prepared, "gen");
  return prepared;
}
