import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RenderedFile } from "../flow";
import { templatesFolder } from "../templates-folder";
import { highlight } from "./highlight";
import { Layout } from "./layout";
import { navigation } from "./navigation";
import { readMachineIndex, readPages } from "./pages";
import { renderMarkdown } from "./render-markdown";
import { sanitize } from "./sanitize";
import { searchEntries } from "./search-entries";

/** The build for a script element; the package names only the others. */
const minisearch = join(dirname(require.resolve("minisearch")), "..", "umd", "index.js");

/** The pages of a package's docs as a site: every file, by its path in it. Reads the package's Markdown and its `docs/index.json`. */
export function buildSite(packageFolder: string): RenderedFile[] {
  const pages = readPages(packageFolder);
  const index = readMachineIndex(packageFolder);
  const layout = new Layout(navigation(pages, index));
  const known = new Map(pages.map(({ source, path }) => [source, path]));
  const rendered = pages.map((page) => {
    const { html, headings } = renderMarkdown(page, known);
    return { page, headings, text: layout.render(page.path, headings, highlight(sanitize(html))) };
  });
  return [
    ...rendered.map(({ page: { path }, text }) => ({ path, text })),
    { path: "assets/search-entries.js", text: searchEntries(index, rendered) },
    { path: "assets/minisearch.js", text: readFileSync(minisearch, "utf8") },
    ...["site.css", "site.js", "theme.js"].map((name) => ({
      path: `assets/${name}`,
      text: readFileSync(join(templatesFolder, "site", name), "utf8"),
    })),
  ].map(({ path, text }) => ({ path, text: text.replace(/^\/\/# sourceMappingURL=.*\n?/gm, "") }));
}
