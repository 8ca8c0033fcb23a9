import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Configuration } from "../configuration";
import { limits } from "../load/limits";
import type { Part } from "../part";
import { pin } from "../render/openapi-generator/pin";
import { filesBelow } from "../render/read-templates";
import { templatesFolder } from "../templates-folder";
import { hash, hashAll } from "./hash";

/**
 * All that decides what is generated, as hashes. Not in it, for it decides nothing: which engine runs, where the files are, and the
 * versions of Node and Java.
 */
export interface Inputs {
  /** By file name. */
  readonly spec: Readonly<Record<string, string>>;
  readonly configuration: string;
  readonly templates: string;
  readonly generator: string;
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Reads and hashes every input; a document that can't be read has no hash here, and is reported by the stage that loads it. `files`: of
 * the document and its overlays, from the document's folder; before they are read, those that an earlier run has read. (A file that one of
 * these comes to refer to changes that one, too.)
 */
export function inputsOf(configuration: Configuration, only: Part | undefined, files: readonly string[]): Inputs {
  const { name, version, shaping, aliases = [] } = configuration;
  const { include, exclude, pagination } = shaping ?? {};
  return {
    spec: specHashes(configuration.spec, files),
    configuration: hash(JSON.stringify({ name, version, include, exclude, pagination, aliases, only: only ?? "all" })),
    templates: templatesHash(configuration.templates),
    generator: folderHash(
      compiledFolder,
      filesBelow(compiledFolder).filter((path) => path.endsWith(".js")),
    ),
    versions: versions(),
  };
}

/** What the generator is compiled to: where this file is, or beside its source. */
const compiledFolder =
  basename(join(__dirname, "..")) === "dist" ? join(__dirname, "..") : join(__dirname, "..", "dist");

/** The document's files, and the changelog beside it, which is copied. */
function specHashes(spec: string, files: readonly string[]): Record<string, string> {
  const paths = new Set([basename(spec), "CHANGELOG.md", ...files]);
  const readable = [...paths].sort().filter((path) => isReadable(join(dirname(spec), path)));
  return Object.fromEntries(readable.map((path) => [path, hash(readFileSync(resolve(dirname(spec), path)))]));
}

/** What `load` would read, too; a folder, a pipe or an endless file is for it to refuse. */
function isReadable(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size <= limits.fileSize;
}

/** Ours, and the user's own over them. */
function templatesHash(own: string | undefined): string {
  const ours = folderHash(
    templatesFolder,
    filesBelow(templatesFolder).filter((path) => path !== "README.md"),
  );
  return own === undefined || !existsSync(own) ? ours : hash(`${ours} ${folderHash(own, filesBelow(own))}`);
}

function folderHash(folder: string, paths: readonly string[]): string {
  return hashAll(paths.map((path) => ({ path, content: readFileSync(join(folder, path)) })));
}

/** The dependencies whose releases change what is generated; they are pinned exactly. */
function versions(): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(templatesFolder, "..", "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const names = [
    "@redocly/openapi-core",
    "json-p3",
    "mdast-util-from-markdown",
    "mdast-util-gfm-table",
    "micromark-extension-gfm-table",
    "mustache",
    "openapi-typescript",
    "prettier",
    "typescript",
    "yaml",
  ];
  const pinned = names.map((name) => [name, manifest.dependencies[name]!]);
  return Object.fromEntries(
    [...pinned, ["openapi-generator", pin.version]].sort(([a], [b]) => (a! < b! ? -1 : 1)),
  ) as Record<string, string>;
}
