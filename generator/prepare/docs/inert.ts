import type { Nodes } from "mdast";
import { isSafeUrl } from "./markdown";
import { isPlain } from "./plain";
import { endOf, nodesOf, parseMarkdown, startOf } from "./parse-markdown";

/**
 * Whether Markdown shows text, code and links that are safe, and nothing else. A backtick that belongs to no code span is not inert
 * either: renderers differ in what they make of the code spans before it (markdown-it 14 takes them for text inside brackets).
 */
export function isInert(markdown: string): boolean {
  if (isPlain(markdown)) return true;
  for (const node of nodesOf(parseMarkdown(markdown))) if (!isInertNode(node, markdown)) return false;
  return true;
}

function isInertNode(node: Nodes, markdown: string): boolean {
  switch (node.type) {
    case "html":
    case "image":
    case "imageReference":
      return false;
    case "link":
    case "definition":
      return isSafeUrl(node.url);
    case "text":
      return !/(?<!\\)(?:\\\\)*`/.test(markdown.slice(startOf(node), endOf(node)));
    default:
      return true;
  }
}
