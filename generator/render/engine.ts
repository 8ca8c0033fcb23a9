import type { PreparedDocument, RawFile } from "../flow";

/** Turns a prepared document and templates into files. Two implementations, equal bytes (design decision in DECISIONS.md). */
export interface Engine {
  readonly name: EngineName;
  /** One file per row and per thing that the row is for, in the order of the rows, each exactly once. */
  render(document: PreparedDocument, templates: TemplateSet): Promise<RawFile[]>;
}

export type EngineName = "openapi-generator" | "mustache";

/** The templates of one run, read once, the user's own over ours. */
export interface TemplateSet {
  readonly outputs: readonly Output[];
  /** Partials by the name that `{{> name}}` says. */
  readonly partials: ReadonlyMap<string, string>;
}

/**
 * A template, and the files it makes. What it reads, besides `gen`:
 * `package`: `apiInfo.apis[].operations.operation[].vendorExtensions.x-gen` and `models[].model.vendorExtensions.x-gen`;
 * `tag`: `operations.operation[].vendorExtensions.x-gen`, one tag's;
 * `schema`: `models[].model.vendorExtensions.x-gen`, one schema's.
 */
export interface Output {
  /** The template's path below `templates/`, without `.mustache`: `client/operations`. */
  readonly template: string;
  readonly text: string;
  readonly per: "package" | "tag" | "schema";
  /** Path inside the package; for a tag or a schema with `{stem}` in it, its `fileStem` or `pageStem`. */
  readonly path: string;
  /** Which stem of a tag `{stem}` is; a schema has only `pageStem`. */
  readonly stem: "fileStem" | "pageStem";
}
