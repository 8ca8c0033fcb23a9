import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Output, TemplateSet } from "./engine";
import { GenerateError, exitCodes, type Problem } from "../problem";
import { lintTemplate } from "./lint-templates";
import { outputs } from "./outputs";

/** The templates of a folder, and its partials. Throws a `GenerateError` (exit code 2) with all that the lint finds. */
export function readTemplates(folder: string): TemplateSet {
  const read = (template: string): string => readFileSync(join(folder, `${template}.mustache`), "utf8");
  const rows = outputs.map((output): Output => ({ ...output, text: read(output.template) }));
  const partialFolder = join(folder, "partials");
  const partials = filesBelow(partialFolder).map((path) => path.replace(/\.mustache$/, ""));
  const set = { outputs: rows, partials: new Map(partials.map((name) => [name, read(join("partials", name))])) };
  const problems = lintTemplates(set);
  if (problems.length > 0) throw new GenerateError(exitCodes.usage, problems);
  return set;
}

function lintTemplates({ outputs: rows, partials }: TemplateSet): Problem[] {
  return [
    ...rows.flatMap(({ template, text }) => lintTemplate(template, text, { isPartial: false })),
    ...[...partials].flatMap(([name, text]) => lintTemplate(`partials/${name}`, text, { isPartial: true })),
  ];
}

/** Files that are copied into every package as they are, by their paths in it. */
export function readStaticFiles(folder: string): { path: string; text: string }[] {
  const staticFolder = join(folder, "static");
  return filesBelow(staticFolder).map((path) => ({ path, text: readFileSync(join(staticFolder, path), "utf8") }));
}

/** Paths of all files below a folder, from it, with `/`, in a fixed order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
