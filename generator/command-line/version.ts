import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../cache-folder";
import { jarPath } from "../render/openapi-generator/jar";
import { findJava } from "../render/openapi-generator/java";
import { pin } from "../render/openapi-generator/pin";
import { templatesFolder } from "../templates-folder";

/** What `--version` says: ours, and what a report of a problem needs beside it. */
export function versions(): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(templatesFolder, "..", "package.json"), "utf8")) as { version: string };
  const folder = cacheFolder();
  return {
    "audiences-codegen": manifest.version,
    node: process.versions.node,
    java: javaVersion(),
    "openapi-generator": `${pin.version} (${existsSync(jarPath(folder)) ? "in the cache" : "not downloaded yet"})`,
    cache: folder,
  };
}

function javaVersion(): string {
  const java = findJava();
  if (java === undefined) return "none";
  const { stderr } = spawnSync(java.path, ["-version"], { encoding: "utf8" });
  return /version "([^"]+)"/.exec(stderr)?.[1] ?? "unknown";
}
