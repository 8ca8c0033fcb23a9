import MarkdownIt from "markdown-it";
import { parseFragment, type DefaultTreeAdapterMap } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

/** What CommonMark and tables make, and nothing that raw HTML would add. */
const elements = new Set(
  `a blockquote br code em h1 h2 h3 h4 h5 h6 hr li ol p pre s strong table tbody td th thead tr ul`.split(" "),
);
const attributes = new Set(["href", "title", "class", "style", "start"]);

/** The most careless renderer there is: raw HTML stays, and so does every address. */
const careless = new MarkdownIt({ html: true });
careless.validateLink = () => true;

/** What a page would do in a browser beside showing text: elements, attributes and addresses that Markdown alone does not make. */
export function faultsOfMarkdown(markdown: string): string[] {
  return faultsOfHtml(careless.render(markdown));
}

/** The same of a page that is HTML already. */
export function faultsOfHtml(html: string): string[] {
  return [...faultsOf(parseFragment(html))];
}

function* faultsOf(node: Node): Generator<string> {
  if ("tagName" in node) {
    if (!elements.has(node.tagName)) yield `<${node.tagName}>`;
    for (const { name, value } of node.attrs) {
      if (!attributes.has(name)) yield `<${node.tagName} ${name}>`;
      if (name === "style" && !/^text-align:(left|right|center)$/.test(value)) yield `style ${value.slice(0, 40)}`;
      if (name === "href" && !isHarmless(value)) yield `a link to ${value.slice(0, 40)}`;
    }
  }
  for (const child of "childNodes" in node ? node.childNodes : []) yield* faultsOf(child);
}

/** As a browser reads it: without the controls that it drops. */
function isHarmless(address: string): boolean {
  const read = address.replace(/[\0-\x20]/g, "");
  return /^(https?:|mailto:|#)/i.test(read) || !/^([a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(read);
}
