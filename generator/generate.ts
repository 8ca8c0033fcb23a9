import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { check } from "./check";
import type { Configuration } from "./configuration";
import type { Document, PreparedDocument, RawFile, RenderedFile } from "./flow";
import { splitDirections } from "./directions";
import { tellApart } from "./discriminators";
import { format } from "./format";
import { load } from "./load";
import { normalize } from "./normalize";
import { partOf, type Part } from "./part";
import { prepare } from "./prepare";
import { jsonText } from "./prepare/encode";
import { openEnums } from "./prepare/open-enums";
import { resolveOperations } from "./prepare/operations";
import { GenerateError, exitCodes, type Problem } from "./problem";
import { chooseEngine } from "./render/choose-engine";
import type { Engine, TemplateSet } from "./render/engine";
import { createMustacheEngine } from "./render/mustache-engine";
import { readsDocs } from "./render/reads-docs";
import { readStaticFiles, readTemplates } from "./render/read-templates";
import { templatesFolder } from "./templates-folder";
import { typesThread, type TypesThread } from "./types";

export interface Generation {
  /** Every file of the package but the lock, by path. */
  readonly files: readonly RenderedFile[];
  /** What was read of the document, for the lock: paths from its folder. */
  readonly sources: readonly string[];
  /** Warnings and notices about the document. */
  readonly notices: readonly Problem[];
  /** Which engine ran, where `auto` did not get its first choice. */
  readonly engineLine?: string;
  /** `inputs`: the schemas that are there twice, as what is answered and as what is sent. */
  readonly counts: { readonly operations: number; readonly schemas: number; readonly inputs: number };
}

export interface GenerateOptions {
  /** One half of the package; the other is left as it is. */
  readonly only?: Part | undefined;
  /** Whether to do without the network. */
  readonly offline: boolean;
  /** Told what takes long. */
  readonly onProgress?: (message: string) => void;
  /** Ends what is under way at once, and removes what it has made for itself. */
  readonly signal?: AbortSignal;
  /** One that goes on after this run, where others follow. */
  readonly thread?: TypesThread | undefined;
}

/** All stages but the last: from a configuration to the files of the package. Writes nothing. */
export async function generateFiles(configuration: Configuration, options: GenerateOptions): Promise<Generation> {
  const run = new AbortController();
  options.signal?.addEventListener("abort", () => run.abort());
  try {
    return await runStages(configuration, options, run.signal);
  } finally {
    run.abort();
  }
}

async function runStages(
  configuration: Configuration,
  { only, offline, onProgress = () => undefined, thread: lasting }: GenerateOptions,
  signal: AbortSignal,
): Promise<Generation> {
  // Started here and asked later, for both take long to load. A JVM has the second core to itself until it has what it renders.
  const choosing = settle(chooseEngine(configuration.engine, { offline, onProgress, signal }));
  const thread = only === "docs" ? undefined : (lasting ?? typesThread(signal));
  if (configuration.engine === "mustache") thread?.start();
  const normalized = normalize(await check(load(configuration.spec, { shaping: configuration.shaping })));
  const document = tellApart(splitDirections(normalized));
  const { engine, line } = await choosing();
  const askTypes = (): (() => Promise<RenderedFile[]>) => settle(typesOf(document, thread));
  // Before `prepare`, where no JVM needs the core: by the time the formatter begins, the thread and its memory are gone.
  const askedEarly = engine.name === "mustache" ? askTypes() : undefined;
  const templates = selectTemplates(readTemplates(templatesFolder, configuration.templates), only);
  const changelog = readChangelog(configuration.spec);
  const prepared = prepare(document, {
    ...configuration,
    hasChangelog: changelog !== undefined,
    hasDocs: readsDocs(templates),
  });
  const rendering = settle(engine.render(prepared, templates));
  const typing = askedEarly ?? askTypes();
  await formatAhead(engine, prepared, templates);
  const raw = await rendering();
  checkCounts(prepared, document, templates, raw);
  const copied = [
    ...readStaticFiles(templatesFolder),
    openapiJson(normalized),
    ...(changelog === undefined ? [] : [changelog]),
  ];
  const files = [
    ...(await format(raw)),
    ...(await typing()),
    ...copied.filter(({ path }) => only === undefined || partOf(path) === only),
  ];
  return {
    files: inOrder(files),
    sources: document.source.files.map(({ path }) => path),
    notices: document.notices,
    ...(line === undefined ? {} : { engineLine: line }),
    counts: countsOf(normalized, prepared),
  };
}

/**
 * While openapi-generator renders, the Mustache library renders the same, and the formatter sees that: what turns out to be equal is
 * formatted by then.
 */
async function formatAhead(engine: Engine, prepared: PreparedDocument, templates: TemplateSet): Promise<void> {
  if (engine.name === "mustache") return;
  await format(await createMustacheEngine().render(prepared, templates));
}

/** A promise that is awaited later: its rejection is kept for then, and not reported as nobody's. */
function settle<T>(promise: Promise<T>): () => Promise<T> {
  promise.catch(() => undefined);
  return () => promise;
}

function selectTemplates(templates: TemplateSet, only: Part | undefined): TemplateSet {
  return only === undefined
    ? templates
    : { ...templates, outputs: templates.outputs.filter(({ path }) => partOf(path) === only) };
}

async function typesOf({ openapi }: Document, thread: TypesThread | undefined): Promise<RenderedFile[]> {
  return thread === undefined ? [] : [await thread.types(openapi, openEnums(openapi))];
}

/** The changelog of the package is written beside its document. */
function readChangelog(spec: string): RawFile | undefined {
  const path = join(dirname(resolve(spec)), "CHANGELOG.md");
  return existsSync(path) ? { path: "CHANGELOG.md", text: readFileSync(path, "utf8") } : undefined;
}

function countsOf({ openapi }: Document, prepared: PreparedDocument): Generation["counts"] {
  const schemas = Object.keys(openapi.components?.schemas ?? {}).length;
  return { operations: resolveOperations(openapi).length, schemas, inputs: prepared.schemas.length - schemas };
}

/** The document itself, in one file, for tools of the consumer. */
function openapiJson(document: Document): RawFile {
  return { path: "openapi.json", text: `${jsonText(document.openapi)}\n` };
}

/** What went in came out: every operation and schema once, every file that was expected and no other, none twice. */
function checkCounts(
  prepared: PreparedDocument,
  document: Document,
  templates: TemplateSet,
  raw: readonly RawFile[],
): void {
  const operations = prepared.tags.reduce((sum, tag) => sum + tag.operations.length, 0);
  const schemas = Object.keys(document.openapi.components?.schemas ?? {}).length;
  const expected = templates.outputs.reduce(
    (sum, { per }) => sum + { package: 1, tag: prepared.tags.length, schema: prepared.schemas.length }[per],
    0,
  );
  const distinct = new Set(raw.map(({ path }) => path.toLowerCase())).size;
  const faults = [
    [operations, resolveOperations(document.openapi).length, "operations"],
    [prepared.schemas.length, schemas, "schemas"],
    [raw.length, expected, "files"],
    [distinct, expected, "distinct files"],
  ].filter(([found, wanted]) => found !== wanted);
  if (faults.length === 0) return;
  const message = faults.map(([found, wanted, noun]) => `${wanted} ${noun} went in, ${found} came out`).join("; ");
  throw GenerateError.of(exitCodes.bug, "lost", message, "This is a bug of audiences-codegen; nothing was written.");
}

function inOrder(files: readonly RenderedFile[]): RenderedFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}
