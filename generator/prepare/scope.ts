import { keepingParts, keepingWhole } from "../kept";
import type { OpenApiDocument, Operation, Schema, SchemaObject } from "../openapi";
import { oncePer } from "../remembered";
import type { Names } from "./names";
import type { ResolvedOperation } from "./operations";

/** What all path items have in common. */
export interface Shared {
  /** All of it but its paths: what is made of one operation knows of no other. */
  readonly document: OpenApiDocument;
  /** Enums that may grow. */
  readonly openEnums: ReadonlySet<SchemaObject>;
}

/** What all that is prepared has in common. */
export interface Scope extends Shared {
  readonly names: Names;
}

const keepDocument = keepingWhole<OpenApiDocument>();
const keepOpenEnums = keepingWhole<ReadonlySet<SchemaObject>>();
const keepShared = keepingWhole<Shared>();
const keepNames = keepingParts<Names>();
const keepScope = keepingWhole<Scope>();

/** That of the run before, where nothing in it has changed: then what was made with it holds. */
export function sharedOf(whole: OpenApiDocument, openEnums: ReadonlySet<SchemaObject>): Shared {
  const { paths: _, ...document } = whole;
  return keepShared({ document: keepDocument(document), openEnums: keepOpenEnums(openEnums) });
}

/** The same, with the names. */
export function scopeOf(whole: OpenApiDocument, names: Names, openEnums: ReadonlySet<SchemaObject>): Scope {
  return keepScope({ ...sharedOf(whole, openEnums), names: keepNames(names) });
}

/** What is made of each schema, by its key in `components.schemas`; once for a scope. */
export function perSchema<In extends Scope, T>(
  make: (scope: In, key: string, schema: Schema) => T,
): (scope: In) => ReadonlyMap<string, T> {
  return oncePer((scope) => {
    const schemas = Object.entries(scope.document.components?.schemas ?? {});
    return new Map(schemas.map(([key, schema]) => [key, make(scope, key, schema)]));
  });
}

const operationsOf = oncePer((_scope: Scope) => new WeakMap<Operation, ResolvedOperation>());

/** An operation as it was resolved before, where neither it nor the scope has changed. */
export function keptOperation(scope: Scope, resolved: ResolvedOperation): ResolvedOperation {
  const known = operationsOf(scope);
  if (!known.has(resolved.operation)) known.set(resolved.operation, resolved);
  return known.get(resolved.operation)!;
}
