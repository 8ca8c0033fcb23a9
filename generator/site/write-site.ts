import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { RenderedFile } from "../flow";
import { GenerateError, exitCodes } from "../problem";

/** In every site that we made: what has it may be replaced. */
const marker = "assets/search-entries.js";

/** Puts a site in place of an older one, all at once. Throws a `GenerateError` for a folder that holds something else. */
export function writeSite(out: string, files: readonly RenderedFile[]): void {
  const target = resolve(out);
  if (existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, marker))) {
    const hint = "Nothing was written. Choose another with --out.";
    throw GenerateError.of(exitCodes.drift, "not-ours", `${out} holds files that are no site of ours`, hint);
  }
  try {
    mkdirSync(dirname(target), { recursive: true });
    const staging = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    try {
      for (const { path, text } of files) write(join(staging, path), text);
      rmSync(target, { recursive: true, force: true });
      renameSync(staging, target);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    const hint = "Check the path and its permissions, or choose another with --out.";
    throw GenerateError.of(
      exitCodes.inputOutput,
      "unwritable-folder",
      `the site's folder ${out} can't be written (${code})`,
      hint,
    );
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
