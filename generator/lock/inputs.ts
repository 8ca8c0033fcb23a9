import { readFileSync, statSync } from "node:fs";
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

/** Reads and hashes every input; a document that can't be read has no hash here, and is reported by the stage that loads it. */
export function inputsOf(configuration: Configuration, only: Part | undefined): Inputs {
  const { name, version } = configuration;
  return {
    spec: specHashes(configuration.spec),
    configuration: hash(JSON.stringify({ name, version, only: only ?? "all" })),
    templates: folderHash(
      templatesFolder,
      filesBelow(templatesFolder).filter((path) => path !== "README.md" && !path.startsWith("site/")),
    ),
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

/** The document, and the changelog beside it, which is copied. */
function specHashes(spec: string): Record<string, string> {
  const files = [spec, join(dirname(spec), "CHANGELOG.md")].filter(isReadable);
  return Object.fromEntries(files.map((path) => [basename(path), hash(readFileSync(resolve(path)))]));
}

/** What `load` would read, too; a folder, a pipe or an endless file is for it to refuse. */
function isReadable(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size <= limits.fileSize;
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
    "mdast-util-from-markdown",
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
