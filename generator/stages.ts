import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { check } from "./check";
import type { Configuration } from "./configuration";
import type { Document, PreparedDocument, RawFile, RenderedFile } from "./flow";
import { splitDirections } from "./directions";
import { tellApart } from "./discriminators";
import { keepingParts } from "./kept";
import { format, loadPrettier } from "./format";
import type { Generation } from "./generate";
import { load } from "./load";
import { normalize } from "./normalize";
import { partOf, type Part } from "./part";
import { prepare } from "./prepare";
import { jsonText } from "./prepare/encode";
import { openEnums } from "./prepare/open-enums";
import { resolveOperations } from "./prepare/operations";
import { GenerateError, exitCodes } from "./problem";
import type { ChosenEngine } from "./render/choose-engine";
import type { TemplateSet } from "./render/engine";
import { readsDocs } from "./render/reads-docs";
import { readStaticFiles, readTemplates } from "./render/read-templates";
import { settle } from "./settle";
import { templatesFolder } from "./templates-folder";
import type { TypesThread } from "./types";

/** What is under way when the stages begin. */
interface Started {
  readonly only: Part | undefined;
  readonly choosing: () => Promise<ChosenEngine>;
  readonly thread: TypesThread | undefined;
}

/** Of the document before, what has not changed: `watch` prepares an operation again where its own part has. */
const keepDocument = keepingParts<Document["openapi"]>();

/** The stages, in order. */
export async function runStages(
  configuration: Configuration,
  { only, choosing, thread }: Started,
): Promise<Generation> {
  const normalized = normalize(await check(load(configuration.spec, { shaping: configuration.shaping })));
  const apart = tellApart(splitDirections(normalized));
  const document = { ...apart, openapi: keepDocument(apart.openapi) };
  // Before `prepare`: on a large document the thread and its memory are gone by the time the formatter begins.
  const typing = settle(typesOf(document, thread));
  const { engine, line } = await choosing();
  const templates = selectTemplates(readTemplates(templatesFolder, configuration.templates), only);
  const changelog = readChangelog(configuration.spec);
  const prepared = prepare(document, {
    ...configuration,
    hasChangelog: changelog !== undefined,
    hasDocs: readsDocs(templates),
  });
  const rendering = settle(engine.render(prepared, templates));
  // Rendering in process is over by now.
  if (engine.name !== "mustache") loadPrettier();
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
