import type { Nodes, Parents, Root } from "mdast";

/** The row below a table's head (GitHub Flavored Markdown, 4.10): without one there is no table. */
const delimiterRow = /^[ \t>|:*+.)\d-]*-[ \t|:-]*$/m;

/** CommonMark and GitHub's tables as a tree. What reads tables is loaded where there may be one. */
export function parseMarkdown(source: string): Root {
  const { fromMarkdown } = require("mdast-util-from-markdown") as typeof import("mdast-util-from-markdown");
  if (!/[|:]/.test(source) || !delimiterRow.test(source)) return fromMarkdown(source);
  const { gfmTable } = require("micromark-extension-gfm-table") as typeof import("micromark-extension-gfm-table");
  const { gfmTableFromMarkdown } = require("mdast-util-gfm-table") as typeof import("mdast-util-gfm-table");
  return fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** The node and all nodes in it, in the order of the text. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* nodesOf(child);
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

/** What begins each line of a quotation or a list item but its first; marks of list items are not repeated. */
export function marginIn(node: Parents, source: string): string | undefined {
  const [first] = node.children;
  if ((node.type !== "blockquote" && node.type !== "listItem") || first === undefined) return undefined;
  const lineStart = source.lastIndexOf("\n", startOf(first) - 1) + 1;
  return source.slice(lineStart, startOf(first)).replace(/[^>\t]/g, " ");
}
