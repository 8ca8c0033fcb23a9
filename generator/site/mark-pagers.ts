import type MarkdownIt from "markdown-it";

/** Marks paragraphs that are only links, the way on and back, and those that are only code: a route, a signature. */
export function markPagers(tokens: MarkdownIt.Token[]): void {
  tokens.forEach((token, index) => {
    if (token.type !== "paragraph_open" || token.level > 0) return;
    const children = tokens[index + 1]!.children ?? [];
    if (isOnlyLinks(children)) token.attrSet("class", "pager");
    else if (children.length === 1 && children[0]!.type === "code_inline") token.attrSet("class", "line");
  });
}

function isOnlyLinks(children: readonly MarkdownIt.Token[]): boolean {
  let depth = 0;
  let links = 0;
  for (const { type, nesting, content } of children) {
    if (type === "link_open") links += 1;
    depth += nesting;
    if (depth === 0 && type === "text" && content.trim() !== "") return false;
    if (depth === 0 && !["text", "softbreak", "link_close"].includes(type)) return false;
  }
  return links > 0;
}
