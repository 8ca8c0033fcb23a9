import type { OpenApiDocument, Operation, PathItem, Server } from "./openapi";

/** Servers of an operation, or of all of its path, that take the place of the document's (Operation Object, `servers`), where the first is another. */
export function ownServers(
  document: OpenApiDocument,
  operation: Operation,
  pathItem: PathItem = {},
): readonly [Server, ...Server[]] | undefined {
  const [first, ...others] = operation.servers ?? pathItem.servers ?? [];
  return first === undefined || first.url === document.servers?.[0]?.url ? undefined : [first, ...others];
}
