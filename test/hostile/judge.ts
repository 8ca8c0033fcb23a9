import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../support/compile";
import { writeModules, type Files } from "../support/modules";
import { faultsOfHtml, faultsOfMarkdown } from "./inert-markdown";

/** Controls, and characters that show nothing or turn text round. */
const hidden = /[\0-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/;

/**
 * What is wrong with each package: whether it compiles under strict TypeScript, whether a module runs code of the document when it is
 * imported, whether a page of it does in a browser, whether a path leaves the folder. No fault: an empty list.
 */
export function faultsOfPackages(packages: ReadonlyMap<string, Files>): Map<string, string[]> {
  const compiled = compile(packages);
  const imported = importModules(packages);
  return new Map(
    [...packages].map(([name, files]) => [
      name,
      [
        ...compiled.filter((line) => line.startsWith(`${name}/`)),
        ...(imported[name] ?? [`${name} was not imported`]),
        ...faultsOfPaths([...files.keys()]),
        ...[...files].flatMap(([path, text]) => faultsOfText(path, text)),
      ],
    ]),
  );
}

/** What is wrong with how a problem was told: no place, a stack trace, bytes that a terminal obeys, an exit code that says success. */
export function faultsOfError(code: number | null, said: string): string[] {
  const isClear = [
    [code !== null && code > 0 && code < 70, `the exit code is ${code ?? "a signal"}`],
    [/(^|\n)\S+:\d+:\d+ error [a-z0-9-]+ \S/.test(said), "no line says file:line:column"],
    [!/\n\s+at (?!#)|Maximum call stack|^\w*Error: /m.test(said), "there is a stack trace"],
    [!hidden.test(said.replaceAll("\t", " ")), "there are raw control characters"],
  ] as const;
  return isClear.flatMap(([isMet, fault]) => (isMet ? [] : [fault]));
}

/** Paths that leave the package, or that are one and the same on a file system that folds case. */
function faultsOfPaths(paths: readonly string[]): string[] {
  const outside = paths.filter((path) => /(^|[\\/])\.\.?([\\/]|$)|^[\\/]|^[a-z]:/i.test(path));
  const folded = paths.map((path) => path.normalize("NFC").toLowerCase());
  const twins = paths.filter((_, index) => folded.indexOf(folded[index]!) < index);
  const long = paths.filter((path) => path.split("/").some((part) => part.length > 200));
  return [...outside, ...twins, ...long].map((path) => `the path ${path.slice(0, 80)}`);
}

function faultsOfText(path: string, text: string): string[] {
  if (path.endsWith(".html")) return faultsOfHtml(text);
  const at = text.search(hidden);
  const faults = at < 0 ? [] : [`${path} holds hidden characters: ${JSON.stringify(text.slice(at - 20, at + 20))}`];
  if (path.endsWith(".md")) return [...faults, ...faultsOfMarkdown(text).map((fault) => `${path}: ${fault}`)];
  const directive = /^\s*(\/\/\/|\/\/#|\/\/ ?@ts-|\/\*[#@]|#!).*/m.exec(text);
  return path.endsWith(".ts") && directive !== null ? [...faults, `${path}: ${directive[0]}`] : faults;
}

/** In a process of its own, for what is imported may do anything. */
function importModules(packages: ReadonlyMap<string, Files>): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  try {
    writeModules(folder, packages);
    const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, "import-modules.mjs"), folder], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (stdout === "") throw new Error(`no module could be imported: ${stderr}`);
    return JSON.parse(stdout) as Record<string, string[]>;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
