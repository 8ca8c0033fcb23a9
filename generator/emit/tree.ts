import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { GenerateError, exitCodes } from "../problem";

/** Where new files wait, inside the output folder, until all are there. */
export const stagingName = ".codegen-staging";

/** Made in the package by others: builds, installs, version control. Not ours to look at. */
const foreign = new Set(["dist", "node_modules", "site", ".git", ".DS_Store", stagingName]);

/**
 * Paths of all files in a package that are ours to know, with `/`, in order; symbolic links count as files. Throws a `GenerateError`
 * (exit code 4) where the package is no folder.
 */
export function listFiles(out: string): string[] {
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory() === false) {
    const hint = "Nothing was changed. Choose another with --out.";
    throw GenerateError.of(
      exitCodes.inputOutput,
      "unwritable-folder",
      `the output folder ${out} is not a folder`,
      hint,
    );
  }
  const walk = (folder: string): string[] =>
    readdirSync(join(out, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (folder === "" && (foreign.has(entry.name) || /\.(tgz|tsbuildinfo)$/.test(entry.name))) return [];
      return entry.isDirectory() ? walk(path) : [path];
    });
  return existsSync(out) ? walk("").sort() : [];
}

/** The text of a file, or `undefined` where there is none. */
export function readFileAt(out: string, path: string): string | undefined {
  const file = join(out, path);
  return existsSync(file) && lstatSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
}

/** The first part of a path inside a package that is a symbolic link, or not what it must be: a folder on the way, a file at the end. */
export function obstacleAt(out: string, path: string): string | undefined {
  const parts = path.split("/");
  for (let length = 1; length <= parts.length; length += 1) {
    const part = parts.slice(0, length).join("/");
    const stats = lstatSync(join(out, part), { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (stats.isSymbolicLink()) return `${part} is a symbolic link`;
    if (length < parts.length && !stats.isDirectory()) return `${part} is not a folder`;
    if (length === parts.length && !stats.isFile()) return `${part} is not a file`;
  }
  return undefined;
}
