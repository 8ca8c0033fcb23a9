import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Output, TemplateSet } from "./engine";
import { GenerateError, exitCodes, type Problem } from "../problem";
import { suggest } from "../suggest";
import { lintTemplate } from "./lint-templates";
import { outputs } from "./outputs";

/**
 * The templates of a folder, and its partials; those that `own`, a folder of the user's, has at the same path take their place. Throws a
 * `GenerateError` (exit code 2) with all that the lint finds.
 */
export function readTemplates(folder: string, own?: string): TemplateSet {
  const ownPaths = new Set(own === undefined ? [] : ownTemplates(own, folder));
  const read = (template: string): string => {
    const path = `${template}.mustache`;
    return readFileSync(join(own !== undefined && ownPaths.has(path) ? own : folder, path), "utf8");
  };
  const rows = outputs.map((output): Output => ({ ...output, text: read(output.template) }));
  const partialFolder = join(folder, "partials");
  const partials = filesBelow(partialFolder).map((path) => path.replace(/\.mustache$/, ""));
  const set = { outputs: rows, partials: new Map(partials.map((name) => [name, read(join("partials", name))])) };
  const folderOf = (name: string): string =>
    own !== undefined && ownPaths.has(`${name}.mustache`) ? own : "templates";
  const problems = lintTemplates(set, folderOf);
  if (problems.length > 0) throw new GenerateError(exitCodes.usage, problems);
  return set;
}

/** A file that takes no other's place would have no effect. */
function ownTemplates(own: string, folder: string): string[] {
  if (statSync(own, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw GenerateError.of(exitCodes.usage, "templates", `there is no folder ${own}`, "Correct `templates`.");
  const ours = filesBelow(folder).filter((path) => path.endsWith(".mustache"));
  const paths = filesBelow(own);
  const problems = paths
    .filter((path) => !ours.includes(path))
    .map((path): Problem => {
      const near = suggest(path, ours);
      const hint = near === undefined ? "templates/README.md lists them." : `Did you mean ${near}?`;
      return { severity: "error", code: "templates", message: `${own}/${path} is none of the templates`, hint };
    });
  if (problems.length > 0) throw new GenerateError(exitCodes.usage, problems);
  return paths;
}

function lintTemplates({ outputs: rows, partials }: TemplateSet, folderOf: (name: string) => string): Problem[] {
  const lint = (name: string, text: string, isPartial: boolean): Problem[] =>
    lintTemplate(name, text, { isPartial, folder: folderOf(name) });
  return [
    ...rows.flatMap(({ template, text }) => lint(template, text, false)),
    ...[...partials].flatMap(([name, text]) => lint(`partials/${name}`, text, true)),
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
