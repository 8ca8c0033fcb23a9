import { methods, type Method, type OpenApiDocument, type Operation, type PathItem } from "../openapi";
import { dereference } from "../references";

/** Each operation below `paths`, with the way to it: `["paths", "/a", "get"]`. */
export function forEachOperation(
  document: OpenApiDocument,
  visit: (operation: Operation, tokens: readonly [string, string, Method], pathItem: PathItem) => void,
): void {
  for (const [path, reference] of Object.entries(document.paths ?? {})) {
    if (path.startsWith("x-")) continue;
    const pathItem = dereference<PathItem>(document, reference);
    for (const method of methods) {
      const operation = pathItem[method];
      if (operation !== undefined) visit(operation, ["paths", path, method], pathItem);
    }
  }
}
