import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./command";
import { page, pages } from "./markdown";

/** A fenced block of a page or of a doc comment. */
export interface Example {
  /** `docs/AudiencesApi.md:82`: where it begins. */
  readonly place: string;
  readonly page: string;
  readonly language: string;
  readonly code: string;
  /** Why it does not run; none means that it must. */
  readonly reason: string | undefined;
  /** The operation whose section it is in. */
  readonly operation: string | undefined;
  /** The last line before it. */
  readonly lead: string;
}

/** Every fenced block of every page, README and changelog, and of the doc comments of the package's sources. */
export function allExamples(): Example[] {
  return [...pages().flatMap((path) => examplesOf(path, page(path))), ...commentExamples()];
}

/** The fenced blocks of a text. */
export function examplesOf(path: string, text: string): Example[] {
  const examples: Example[] = [];
  let operation: string | undefined;
  let lead = "";
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const [, fence, info] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (line.startsWith("## ")) operation = line.slice(3);
    if (fence === undefined) {
      lead = line === "" ? lead : line;
      continue;
    }
    const end = lines.indexOf(fence, index + 1);
    const [, language = "", reason] = /^(\w*)(?: not-run: (.+))?$/.exec(info!) ?? [];
    const code = `${lines.slice(index + 1, end).join("\n")}\n`;
    examples.push({ place: `${path}:${index + 1}`, page: path, language, code, reason, operation, lead });
    index = end;
  }
  return examples;
}

function commentExamples(): Example[] {
  const folder = join(root, "generated", "src");
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([comment]) =>
        examplesOf(`src/${path}`, comment.replace(/^ *\* ?/gm, "")),
      );
    });
}

/** The programs in the docs of a package named `fixture`, as files beside its sources, which they import in its place. */
export function packageExamples(files: ReadonlyMap<string, string>): [path: string, code: string][] {
  return [...files]
    .filter(([path]) => path === "README.md" || (path.startsWith("docs/") && path.endsWith(".md")))
    .flatMap(([path, text]) => examplesOf(path, text))
    .filter(({ language, reason }) => language === "ts" && reason === undefined)
    .map(({ place, code }) => [
      `${place.replace(/[/:]/g, "-")}.ts`,
      code.replaceAll('"fixture"', '"./src/index.js"').replaceAll('"fixture/functions"', '"./src/functions.js"'),
    ]);
}
