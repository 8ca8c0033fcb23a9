import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "../../generator/site";
import { writeFiles } from "./command";
import { generate } from "./generate";

/** A site on disk: its folder, and its pages by their paths in it. */
export interface BuiltSite {
  readonly folder: string;
  readonly pages: readonly string[];
}

/** The site of a package that is on disk, in a folder of its own. */
export function siteOf(packageFolder: string): BuiltSite {
  const files = buildSite(packageFolder);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "site-")));
  writeFiles(folder, Object.fromEntries(files.map(({ path, text }) => [path, text])));
  return { folder, pages: files.map(({ path }) => path).filter((path) => path.endsWith(".html")) };
}

/** The site of a document, by way of its package. Rejects for a document that is refused. */
export async function siteOfDocument(spec: string): Promise<BuiltSite> {
  const files = await generate(spec);
  return siteOf(writeFiles(mkdtempSync(join(tmpdir(), "package-")), Object.fromEntries(files)));
}
