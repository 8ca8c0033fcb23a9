import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { GenerateError, exitCodes } from "../problem";

/** One page of Markdown, and where its HTML goes. */
export interface Page {
  /** Path in the package: `docs/AudiencesApi.md`. */
  readonly source: string;
  /** Path in the site: `AudiencesApi.html`. */
  readonly path: string;
  readonly kind: "readme" | "reference" | "changelog" | "guide" | "tag" | "schema";
  readonly text: string;
}

/** What `docs/index.json` says; see templates/docs/machine-index.mustache. */
export interface MachineIndex {
  readonly package: { readonly name: string; readonly version: string };
  readonly operations: readonly OperationEntry[];
  readonly schemas: readonly SchemaEntry[];
}

export interface OperationEntry {
  readonly operationId: string;
  readonly page: string;
  readonly summary: string;
  readonly method: string;
  readonly path: string;
  readonly call: string;
  readonly arguments: readonly NamedValues[];
  readonly errors: readonly { readonly status: string; readonly class: string }[];
}

export interface SchemaEntry {
  readonly schema: string;
  readonly page: string;
  readonly fields: readonly NamedValues[];
  readonly values: readonly unknown[];
}

export interface NamedValues {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** All pages of a package in a fixed order: README, reference, guides, tags, schemas, changelog. */
export function readPages(packageFolder: string): Page[] {
  const docs = join(packageFolder, "docs");
  if (!existsSync(join(docs, "index.json"))) throw noDocs(packageFolder);
  const page = (source: string, path: string, kind: Page["kind"]): Page[] => {
    const file = join(packageFolder, source);
    return existsSync(file) ? [{ source, path, kind, text: readFileSync(file, "utf8") }] : [];
  };
  const stems = (folder: string): string[] =>
    existsSync(join(docs, folder))
      ? readdirSync(join(docs, folder))
          .filter((name) => name.endsWith(".md") && name !== "README.md")
          .map((name) => name.slice(0, -3))
          .sort()
      : [];
  const index = readFileSync(join(docs, "README.md"), "utf8");
  return [
    ...page("README.md", "index.html", "readme"),
    ...page("docs/README.md", "reference.html", "reference"),
    ...inOrderOf(index, stems("guides")).flatMap((stem) =>
      page(`docs/guides/${stem}.md`, `guides/${stem}.html`, "guide"),
    ),
    ...stems(".").flatMap((stem) => page(`docs/${stem}.md`, `${stem}.html`, "tag")),
    ...stems("schemas").flatMap((stem) => page(`docs/schemas/${stem}.md`, `schemas/${stem}.html`, "schema")),
    ...page("CHANGELOG.md", "changelog.html", "changelog"),
  ];
}

/** Guides in the order in which the reference names them. */
function inOrderOf(index: string, guides: readonly string[]): string[] {
  const place = (stem: string): number => index.indexOf(`(guides/${stem}.md)`);
  return [...guides].sort((a, b) => place(a) - place(b));
}

export function readMachineIndex(packageFolder: string): MachineIndex {
  return JSON.parse(readFileSync(join(packageFolder, "docs", "index.json"), "utf8")) as MachineIndex;
}

function noDocs(packageFolder: string): GenerateError {
  const message = `${packageFolder} has no docs/index.json: it is no package with docs`;
  return GenerateError.of(
    exitCodes.inputOutput,
    "no-docs",
    message,
    "Run generate first, or name a package with --package.",
  );
}
