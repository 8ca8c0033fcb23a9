import type { Json, MediaType, Pagination, Parameter, Schema } from "../../openapi";
import type { ResolvedOperation } from "../../prepare/operations";

/** A path whose things are kept, with what the document says of them. */
export interface Collection {
  /** `/ad_accounts/{ad_account_id}/audiences` */
  readonly path: string;
  /** Path parameters of `path`: things are kept apart by their values. */
  readonly scope: readonly string[];
  /** The last parameter of the path of one thing, `audience_id`; none where there is no such path. */
  readonly parameter: Parameter | undefined;
  /** One thing, as its own path answers it. */
  readonly item: MediaType;
  /** The member of a thing that identifies it, `id`. */
  readonly identifier: string | undefined;
  readonly roles: ReadonlyMap<ResolvedOperation, Role>;
}

/** What an operation does with the collection. */
export type Role =
  { readonly kind: "create" | "get" | "update" | "replace" | "remove" } | ({ readonly kind: "list" } & List);

export interface List {
  /** The member of the page that holds the items; `undefined`: the page is a list itself. */
  readonly member: string | undefined;
  readonly itemSchema: Schema | undefined;
  readonly pagination: Pagination | undefined;
}

/** A thing as it is kept. `sequence` is its place in the order of creation. */
export interface Item {
  readonly id: string;
  readonly sequence: number;
  readonly value: Json;
}
