import MarkdownIt from "markdown-it";
import { linkTarget } from "./link-target";
import { markHeadings, type Heading } from "./mark-headings";
import { markRows } from "./mark-rows";
import { markPagers } from "./mark-pagers";
import type { Page } from "./pages";

export interface RenderedPage {
  /** Not yet sanitized. */
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** HTML in Markdown stays text, and addresses that nobody marked stay text, too. */
const markdown = new MarkdownIt({ html: false, linkify: false });

markdown.renderer.rules["table_open"] = (tokens, index, options, _environment, self) => {
  const { columns, label } = tokens[index]!.meta as { readonly columns: number; readonly label: string };
  const size = columns > 5 ? "table wide" : columns > 2 ? "table rows" : "table";
  return `<div class="${size}" tabindex="0" role="group" aria-label="${markdown.utils.escapeHtml(label)}">${self.renderToken(tokens, index, options)}`;
};
markdown.renderer.rules["table_close"] = () => "</table></div>\n";
markdown.renderer.rules["fence"] = (tokens, index) => {
  const { content, info } = tokens[index]!;
  const language = /^[\w-]*/.exec(info)![0];
  return `<div class="code"><pre tabindex="0"><code class="language-${language}">${markdown.utils.escapeHtml(content)}</code></pre></div>\n`;
};

/** One page as HTML. `known`: where each page of the package is in the site, by its path in the package. */
export function renderMarkdown(page: Page, known: ReadonlyMap<string, string>): RenderedPage {
  const tokens = markdown.parse(page.text, {});
  for (const token of tokens.flatMap(({ children }) => children ?? []))
    if (token.type === "link_open") setTarget(token, linkTarget(token.attrGet("href") ?? "", page, known));
  const headings = markHeadings(tokens, page.kind);
  markRows(tokens, headings, page.kind);
  markPagers(tokens);
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings };
}

function setTarget(token: MarkdownIt.Token, target: string | undefined): void {
  if (target === undefined) token.attrs = null;
  else token.attrSet("href", target);
  if (target !== undefined && /^[a-z]+:/i.test(target)) token.attrSet("rel", "noreferrer noopener");
}
