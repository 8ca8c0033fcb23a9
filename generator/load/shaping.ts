import type { Located } from "../flow";
import type { Pagination } from "../openapi";

/** Which operations are meant: by tag, by path, by operationId or `GET /path`; `*` stands for any text. */
export interface Selection {
  readonly tags?: readonly string[];
  readonly paths?: readonly string[];
  readonly operations?: readonly string[];
}

/** Pagination of operations whose document does not say it. */
export interface PaginationRule extends Pagination {
  readonly operations: readonly string[];
}

/** What the configuration changes in a document before anything looks at it, in this order. */
export interface Shaping {
  /** Paths of OpenAPI Overlays. */
  readonly overlays: readonly string[];
  /** Only these operations … */
  readonly include?: Selection;
  /** … and these not. */
  readonly exclude?: Selection;
  readonly pagination: readonly PaginationRule[];
  /** Where the value at a pointer of the configuration stands. */
  readonly locate: (pointer: string, at?: "key" | "value") => Located;
}
