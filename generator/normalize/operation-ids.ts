import { methods, type OpenApiDocument, type PathItem } from "../openapi";
import { dereference } from "../references";

/**
 * The operationId of each `get /path`: its own, else one made from method and path, `get_ad_accounts_by_id`. One that is taken gets
 * a number, in document order.
 */
export function deriveOperationIds(document: OpenApiDocument): Map<string, string> {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, reference]) => {
    const pathItem = dereference<PathItem>(document, reference);
    return methods
      .filter((method) => pathItem[method] !== undefined)
      .map((method) => ({
        key: `${method} ${path}`,
        own: pathItem[method]!.operationId,
        derived: derive(method, path),
      }));
  });
  const taken = new Set(operations.map(({ own }) => own));
  const claim = (name: string): string => {
    let candidate = name;
    for (let number = 2; taken.has(candidate); number += 1) candidate = `${name}_${number}`;
    taken.add(candidate);
    return candidate;
  };
  return new Map(operations.map(({ key, own, derived }) => [key, own ?? claim(derived)]));
}

function derive(method: string, path: string): string {
  const words = path.replace(/\{([^{}]*)\}/g, "by_$1").match(/[\p{L}\p{N}]+/gu) ?? ["root"];
  return [method, ...words].join("_");
}
