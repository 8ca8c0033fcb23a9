import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./command";

/** A page of the committed package's docs. */
export function page(path: string): string {
  return readFileSync(join(root, "generated", path), "utf8");
}

/** Every page of the package, by its path in it. */
export function pages(): string[] {
  const files = readdirSync(join(root, "generated", "docs"), { recursive: true }) as string[];
  return ["README.md", "CHANGELOG.md", ...files.filter((path) => path.endsWith(".md")).map((path) => `docs/${path}`)];
}

/** The part of a text from a heading to the next of its level or above. */
export function section(text: string, heading: string): string {
  const lines = text.split("\n");
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`there is no heading "${heading}"`);
  const level = /^#+/.exec(heading)![0].length;
  const end = lines.findIndex((line, index) => index > start && new RegExp(`^#{1,${level}} `).test(line));
  return lines.slice(start, end < 0 ? undefined : end).join("\n");
}

/** The cells of every row of the first table, by the first cell without its marks. */
export function table(text: string): Map<string, Record<string, string>> {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => /^\| ---/.test(line));
  const cells = (line: string): string[] => line.slice(2, -2).split(/ (?<!\\)\| /);
  const heads = cells(lines[start - 1]!);
  const rows = lines.slice(
    start + 1,
    lines.findIndex((line, index) => index > start && !line.startsWith("|")),
  );
  return new Map(
    rows.map((row) => {
      const values = cells(row);
      return [values[0]!.replace(/[`]/g, ""), Object.fromEntries(heads.map((head, index) => [head, values[index]!]))];
    }),
  );
}

/** Code in fences with a tag, without the fences. */
export function fences(text: string, tag: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${tag}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, code]) => code!);
}

/** The links of a package's pages that lead to no page, or to no heading of one: `docs/README.md: ThingsApi.md#a`. */
export function brokenLinks(folder: string): string[] {
  const script = join(root, "scripts", "broken-links.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}

/** Where the links of a page lead, without those in code. */
export function links(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "").replace(/(`+)[^`].*?\1/g, "");
  return [...prose.matchAll(/(?<!\\)\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
}
