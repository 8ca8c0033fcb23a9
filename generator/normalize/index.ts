import type { Document } from "../flow";
import {
  bodilessMethods,
  forbiddenMethods,
  methods,
  type Components,
  type Method,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  type Referable,
} from "../openapi";
import { isOurs } from "../pagination";
import { ownServers } from "../own-servers";
import { dereference } from "../references";
import { deriveOperationIds } from "./operation-ids";
import { withoutDeepReferences } from "./deep-references";
import { withoutIgnoredSiblings } from "./reference-siblings";

/** A tag for the operations that have none. */
const untagged = "default";

/**
 * `Document` → `Document`, as all later stages read it: path items inlined, their parameters merged into each operation, every
 * operation with an operationId and exactly one tag, its first; references to components alone; webhooks, callbacks, path items without a path,
 * what `fetch` can't send, and what 3.0 ignores beside a reference left out. Pure.
 */
export function normalize(document: Document): Document {
  const openapi = withoutDeepReferences(withoutIgnoredSiblings(document.openapi));
  const { webhooks: _webhooks, paths, ...rest } = openapi;
  const ids = deriveOperationIds(openapi);
  const normalized = Object.entries(paths ?? {})
    .filter(([path]) => !path.startsWith("x-"))
    .map(([path, pathItem]) => [path, normalizePathItem(openapi, path, pathItem, ids)] as const);
  const used = rest.components === undefined ? {} : { components: withoutPathItems(rest.components) };
  return { ...document, openapi: { ...rest, ...used, paths: nullPrototype(normalized) } };
}

/** Nothing refers to these any more, and an operation in them would be there twice. */
function withoutPathItems({ pathItems: _pathItems, callbacks: _callbacks, ...components }: Components): Components {
  return components;
}

function normalizePathItem(
  openapi: OpenApiDocument,
  path: string,
  reference: PathItem,
  ids: ReadonlyMap<string, string>,
): PathItem {
  const pathItem = dereference<PathItem>(openapi, reference);
  const operations = methods
    .filter((method) => pathItem[method] !== undefined && !forbiddenMethods.has(method))
    .sort((a, b) => Object.keys(pathItem).indexOf(a) - Object.keys(pathItem).indexOf(b))
    .map((method) => {
      const own = pathItem[method]!;
      const {
        callbacks: _callbacks,
        servers: _servers,
        "x-pagination": pagination,
        ...operation
      } = sendable(method, own);
      const servers = ownServers(openapi, own, pathItem);
      const normalized: Operation = {
        ...operation,
        ...(servers === undefined ? {} : { servers: [...servers] }),
        ...(isOurs(pagination) ? { "x-pagination": pagination } : {}),
        operationId: ids.get(`${method} ${path}`)!,
        tags: [operation.tags?.[0] ?? untagged],
        parameters: mergeParameters(openapi, operation.parameters ?? [], pathItem.parameters ?? []),
      };
      return [method, normalized] as const;
    });
  return nullPrototype(operations);
}

function sendable(method: Method, operation: Operation): Operation {
  if (!bodilessMethods.has(method)) return operation;
  const { requestBody: _requestBody, ...others } = operation;
  return others;
}

/** Parameters of the path item come first; an operation's own, of the same name and place, takes their place. */
function mergeParameters(
  openapi: OpenApiDocument,
  own: readonly Referable<Parameter>[],
  inherited: readonly Referable<Parameter>[],
): Referable<Parameter>[] {
  const key = (value: Referable<Parameter>): string => {
    const parameter = dereference<Parameter>(openapi, value);
    return `${parameter.in} ${parameter.name}`;
  };
  const overridden = new Set(own.map(key));
  return [...inherited.filter((parameter) => !overridden.has(key(parameter))), ...own];
}

function nullPrototype<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  const result = Object.create(null) as Record<string, T>;
  for (const [key, value] of entries) result[key] = value;
  return result;
}
