import type MarkdownIt from "markdown-it";
import { Slugger } from "../prepare/docs/slug";
import { linkTokens, textToken } from "./link-tokens";
import type { Page } from "./pages";

export interface Heading {
  readonly level: number;
  /** Its address in the page. */
  readonly id: string;
  readonly text: string;
}

/**
 * Gives every heading its address, as GitHub does, so that links in the Markdown lead there too; what is below an operation is
 * addressed from it: `audiences_list/inputs`. Adds a link to itself.
 */
export function markHeadings(tokens: MarkdownIt.Token[], kind: Page["kind"]): Heading[] {
  const slugger = new Slugger();
  const headings: Heading[] = [];
  let owner = "";
  tokens.forEach((token, index) => {
    if (token.type !== "heading_open") return;
    const inline = tokens[index + 1]!;
    const text = plainText(inline);
    const slug = slugger.slug(text);
    const level = Number(token.tag.slice(1));
    const isBelow = kind === "tag" && level > 2;
    if (!isBelow) owner = slug;
    const id = isBelow ? `${owner}/${new Slugger().slug(text)}` : slug;
    token.attrSet("id", id);
    headings.push({ level, id, text });
    if (level > 1)
      inline.children!.push(
        ...linkTokens(inline, id, { class: "self", "aria-label": `Link to ${text}` }, textToken(inline, "#")),
      );
  });
  return headings;
}

/** The words of an inline token, without its marks. */
export function plainText(inline: MarkdownIt.Token): string {
  return (inline.children ?? []).map(({ type, content }) => (type === "softbreak" ? " " : content)).join("");
}
