import { keeper } from "../kept";
import type { OpenApiDocument, SchemaObject } from "../openapi";
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

/** The scope and the operations of before, as far as they are the same: then so is what was made of both. */
export const keepScope = keeper<Scope>();
export const keepOperations = keeper<readonly ResolvedOperation[]>();
