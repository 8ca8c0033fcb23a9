import type MarkdownIt from "markdown-it";

type TokenClass = new (type: string, tag: string, nesting: -1 | 0 | 1) => MarkdownIt.Token;

/** Tokens of a link to a place on the same page. `like`: any token of the page. */
export function linkTokens(
  like: MarkdownIt.Token,
  id: string,
  attributes: Readonly<Record<string, string>>,
  inner: MarkdownIt.Token,
): MarkdownIt.Token[] {
  const Token = like.constructor as TokenClass;
  const open = new Token("link_open", "a", 1);
  for (const [name, value] of Object.entries({ href: `#${encodeURIComponent(id)}`, ...attributes }))
    open.attrSet(name, value);
  return [open, inner, new Token("link_close", "a", -1)];
}

/** A token of plain text. */
export function textToken(like: MarkdownIt.Token, content: string): MarkdownIt.Token {
  return Object.assign(new (like.constructor as TokenClass)("text", "", 0), { content });
}
