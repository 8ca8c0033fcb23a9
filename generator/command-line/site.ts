import { join } from "node:path";
import { readConfiguration } from "../configuration";
import { exitCodes } from "../problem";
import { buildSite } from "../site";
import { writeSite } from "../site/write-site";
import type { CommandResult } from "./result";

export interface SiteFlags {
  readonly config?: string;
  readonly package?: string;
  readonly out?: string;
}

/** Makes static pages of a package's docs: they open from a file system, and from any host. */
export function site(flags: SiteFlags, cwd = process.cwd()): CommandResult {
  const folder = flags.package ?? readConfiguration({ cwd, configPath: flags.config, flags: {} }).out;
  const out = flags.out ?? join(folder, "site");
  const files = buildSite(folder);
  writeSite(out, files);
  return {
    command: "site",
    exitCode: exitCodes.done,
    text: `${out}: ${files.length} files; open ${join(out, "index.html")}\n`,
    problems: [],
    files: files.map(({ path }) => ({ path, action: "written" })),
  };
}
