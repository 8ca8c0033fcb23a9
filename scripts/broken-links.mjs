// Prints a JSON list of the links in a package's Markdown that lead to no page, or to no heading of one: `docs/README.md: ThingsApi.md#a`.
//   node scripts/broken-links.mjs FOLDER
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import GithubSlugger from "github-slugger";
import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: true });
const [folder] = process.argv.slice(2);
const texts = readdirSync(join(folder, "docs"), { recursive: true })
  .filter((path) => path.endsWith(".md"))
  .map((path) => posix.join("docs", path.replaceAll("\\", "/")))
  .concat(["README.md", "CHANGELOG.md"].filter((path) => existsSync(join(folder, path))))
  .map((path) => [path, markdown.parse(readFileSync(join(folder, path), "utf8"), {})]);
const anchors = new Map(texts.map(([path, tokens]) => [path, anchorsOf(tokens)]));

console.log(JSON.stringify(texts.flatMap(brokenLinks), undefined, 2));

function brokenLinks([path, tokens]) {
  return linksOf(tokens)
    .filter((link) => !/^[a-z]+:/i.test(link) && !isThere(path, link))
    .map((link) => `${path}: ${link}`);
}

function isThere(path, link) {
  const [file, anchor] = link.split("#").map(decodeURIComponent);
  const target = file === "" ? path : posix.join(posix.dirname(path), file);
  if (!anchors.has(target)) return anchor === undefined && !target.startsWith("..") && existsSync(join(folder, target));
  return anchor === undefined || anchors.get(target).has(anchor);
}

function linksOf(tokens) {
  const inline = tokens.flatMap(({ children }) => children ?? []);
  return inline.filter(({ type }) => type === "link_open").map((token) => token.attrGet("href"));
}

function anchorsOf(tokens) {
  const slugger = new GithubSlugger();
  const headings = tokens.filter((_, index) => tokens[index - 1]?.type === "heading_open");
  return new Set(headings.map(({ children }) => slugger.slug(children.map(({ content }) => content).join(""))));
}
