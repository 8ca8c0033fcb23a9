import { keepingParts, keepingWhole } from "../kept";
import type { OpenApiDocument, Operation, SchemaObject } from "../openapi";
import { oncePer } from "../remembered";
import type { Names } from "./names";
import type { ResolvedOperation } from "./operations";

/** What all that is prepared has in common. */
export interface Scope {
  /** All of it but its paths: what is made of one operation knows of no other. */
  readonly document: OpenApiDocument;
  readonly names: Names;
  /** Enums that may grow. */
  readonly openEnums: ReadonlySet<SchemaObject>;
}

const keepDocument = keepingWhole<OpenApiDocument>();
const keepNames = keepingParts<Names>();
const keepOpenEnums = keepingWhole<ReadonlySet<SchemaObject>>();
const keepScope = keepingWhole<Scope>();

/** That of the run before, where nothing in it has changed: then what was made with it holds. */
export function scopeOf(whole: OpenApiDocument, names: Names, openEnums: ReadonlySet<SchemaObject>): Scope {
  const { paths: _, ...document } = whole;
  return keepScope({
    document: keepDocument(document),
    names: keepNames(names),
    openEnums: keepOpenEnums(openEnums),
  });
}

const operationsOf = oncePer((_scope: Scope) => new WeakMap<Operation, ResolvedOperation>());

/** An operation as it was resolved before, where neither it nor the scope has changed. */
export function keptOperation(scope: Scope, resolved: ResolvedOperation): ResolvedOperation {
  const known = operationsOf(scope);
  if (!known.has(resolved.operation)) known.set(resolved.operation, resolved);
  return known.get(resolved.operation)!;
}
