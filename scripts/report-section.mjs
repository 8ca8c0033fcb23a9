// Writes one section of test/REPORT.md, between its own marks: what other scripts wrote stays.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = fileURLToPath(new URL("../test/REPORT.md", import.meta.url));
const title = "# Report\n\nFigures that scripts measured; each section says which, and on what. Not edited by hand.\n";

/** Puts a text into the section of a name, at the end where there is none yet. */
export function writeSection(name, text) {
  const report = existsSync(path) ? readFileSync(path, "utf8") : title;
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const section = `${start}\n\n${text.trim()}\n\n${end}\n`;
  const from = report.indexOf(start);
  const to = report.indexOf(end);
  const parts =
    from < 0 ? [report.trimEnd(), "\n\n", ""] : [report.slice(0, from), "", report.slice(to + end.length + 1)];
  writeFileSync(path, `${parts[0]}${parts[1]}${section}${parts[2]}`);
}

/** A Markdown table: the heads, then rows of cells. */
export function table(heads, rows) {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** What a figure depends on beside the code. */
export function machine() {
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}
