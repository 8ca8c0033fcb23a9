/**
 * The types at the borders between stages, in the order in which a document meets them:
 *
 *   load → check → normalize → types, prepare → render → format → emit
 *
 * Only `load` reads documents, only `check` makes a `Document`, only `emit` writes.
 */
import type { OpenApiDocument } from "./openapi";
import type { Place, Problem } from "./problem";
import type { OperationView, PackageView, SchemaView } from "./prepare/view";

/** `load`: what the files hold, and where each value stands in them. */
export interface SourceDocument {
  /** The entry file, spelled as the user spelled it; messages use it. */
  readonly path: string;
  readonly files: readonly SourceFile[];
  /** Plain JSON with null-prototype objects: no aliases, no duplicate keys, nothing but what the file says. */
  readonly value: unknown;
  /** Warnings of what was done to it. */
  readonly notices: readonly Problem[];
  /** Where the value at a JSON pointer (RFC 6901, `""` for the whole) begins; the nearest parent's place if it does not exist. */
  readonly locate: (pointer: string, at?: "key" | "value") => Located;
}

/** A place, and the pointer of the same value in that file. */
export interface Located extends Place {
  readonly pointer: string;
}

/** A file that was read: `path` as it is shown and locked (relative, `/` on every system). */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

declare const checked: unique symbol;

/** `check`, then `normalize`: a document that every later stage may trust. Nothing else makes one. */
export interface Document {
  readonly openapi: OpenApiDocument;
  readonly source: SourceDocument;
  /** Warnings and notices: what was left out, and why. */
  readonly notices: readonly Problem[];
  readonly [checked]: true;
}

/** `prepare`: every decision made, every text encoded for its place; what the templates read. */
export interface PreparedDocument {
  /** Read as `gen` in every template. */
  readonly package: PackageView;
  readonly tags: readonly PreparedTag[];
  readonly schemas: readonly PreparedSchema[];
}

/** A tag with its operations in document order; each operation belongs to exactly one. */
export interface PreparedTag {
  /** Stem of the tag's source file, `audiences`; unique without regard to case. */
  readonly fileStem: string;
  /** Stem of the tag's page, `AudiencesApi`; unique without regard to case. */
  readonly pageStem: string;
  readonly operations: readonly OperationView[];
}

export interface PreparedSchema {
  /** Stem of the schema's page, `Audience`; unique without regard to case. */
  readonly pageStem: string;
  readonly view: SchemaView;
}

/** `render` and the copied files: text on its way, at its path inside the package. */
export interface RawFile {
  readonly path: string;
  readonly text: string;
}

/** `format`: exactly the bytes (UTF-8) that will be on disk. */
export interface RenderedFile {
  readonly path: string;
  readonly text: string;
}
