import { check } from "../check";
import { splitDirections } from "../directions";
import { tellApart } from "../discriminators";
import type { Document, PreparedDocument } from "../flow";
import { load } from "../load";
import type { Shaping } from "../load/shaping";
import { normalize } from "../normalize";
import type { OpenApiDocument } from "../openapi";
import { prepare } from "../prepare";
import type { Alias } from "../prepare/aliases";
import { nameAll, type Names } from "../prepare/names";
import { openEnums } from "../prepare/open-enums";
import { resolveOperations, type ResolvedOperation } from "../prepare/operations";
import type { Place } from "../problem";
import { createMustacheEngine } from "../render/mustache-engine";
import { readTemplates } from "../render/read-templates";
import { templatesFolder } from "../templates-folder";
import { typesThread } from "../types";
import { usesOf, type Uses } from "./uses";

/** One of the two documents that are compared, and the package that it makes. */
export interface Side {
  readonly which: "old" | "new";
  readonly document: OpenApiDocument;
  readonly operations: readonly ResolvedOperation[];
  readonly names: Names;
  /** Where a pointer of the document stands in its file. */
  readonly locate: (pointer: string) => Place;
  /** Which components callers send and which they receive. */
  readonly uses: Uses;
  /** The package's own modules (`src/…`), the runtime left out. */
  readonly sources: ReadonlyMap<string, string>;
}

/** What the packages of both sides are called; their version and changelog are no part of a comparison. */
const facts = { name: "compared", version: "0.0.0", hasChangelog: false, hasDocs: false };

export interface SideRequest {
  readonly which: Side["which"];
  readonly path: string;
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** Old names that its package keeps. */
  readonly aliases: readonly Alias[];
  readonly shaping: Shaping | undefined;
}

/** Path → `Side`: the document goes through every stage, and nothing is written. Throws a `GenerateError` as they do. */
export async function makeSide({ which, path, cwd, signal, aliases, shaping }: SideRequest): Promise<Side> {
  const document = tellApart(splitDirections(normalize(await check(load(path, { cwd, shaping })))));
  const { openapi } = document;
  const operations = resolveOperations(openapi);
  return {
    which,
    document: openapi,
    operations,
    names: nameAll(openapi, operations, aliases),
    locate: (pointer) => document.source.locate(decodeURIComponent(pointer.replace(/^#/, "")), "key"),
    uses: usesOf(openapi, operations),
    sources: await sourcesOf(document, prepare(document, { ...facts, aliases }), signal),
  };
}

/** Only code is rendered, and not formatted: the compiler reads it. */
async function sourcesOf(
  { openapi }: Document,
  prepared: PreparedDocument,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const templates = readTemplates(templatesFolder);
  const outputs = templates.outputs.filter(({ path }) => path.startsWith("src/"));
  const types = await typesThread(signal).types(openapi, openEnums(openapi));
  const rendered = await createMustacheEngine().render(prepared, { ...templates, outputs });
  return new Map([types, ...rendered].map(({ path, text }) => [path, text]));
}
