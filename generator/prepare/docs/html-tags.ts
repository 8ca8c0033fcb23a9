import type { Nodes } from "mdast";
import { isSafeUrl } from "./markdown";
import { endOf, marginIn, parseMarkdown, startOf } from "./parse-markdown";

/** Tags that only mark text up, as Markdown writes them: at the begin, at the end. */
const marks: Readonly<Record<string, readonly [begin: string, end: string]>> = {
  b: ["**", "**"],
  strong: ["**", "**"],
  i: ["*", "*"],
  em: ["*", "*"],
  br: ["\\\n", ""],
  p: ["\n\n", "\n\n"],
  div: ["\n\n", "\n\n"],
  ul: ["\n\n", "\n\n"],
  ol: ["\n\n", "\n\n"],
  li: ["\n- ", ""],
  span: ["", ""],
};

const tag = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/g;

/**
 * The description with Markdown in the place of its HTML. What stands between tags is Markdown, too, even where CommonMark (4.6) takes it
 * for HTML: so is it meant.
 */
export function withoutHtml(source: string): string {
  if (!/<[a-z/!?]/i.test(source)) return source;
  const tags = new HtmlTags();
  let result = "";
  let from = 0;
  for (const [node, margin] of htmlIn(parseMarkdown(source), source, "")) {
    result += source.slice(from, startOf(node));
    const markdown = tags.convert(node.value).replace(/\\?\n/g, (end) => (margin === inRow ? " " : end + margin));
    // A list item that begins with an empty line ends there (CommonMark, 5.2).
    result += /(?:^|\n)[ \t>]*(?:[-+*]|\d+[.)])[ \t]+$/.test(result) ? markdown.trimStart() : markdown;
    from = endOf(node);
  }
  return result + source.slice(from) + tags.close();
}

type Html = Extract<Nodes, { type: "html" }>;

/** Where there are no more lines: a row of a table is one. */
const inRow = "|";

/** Each piece of HTML, with what begins the lines around it. */
function* htmlIn(node: Nodes, source: string, margin: string): Generator<[Html, string]> {
  if (node.type === "html") yield [node, margin];
  if (!("children" in node)) return;
  const inner = node.type === "tableRow" ? inRow : (marginIn(node, source) ?? margin);
  for (const child of node.children) yield* htmlIn(child, source, inner);
}

/** Turns the HTML of one description into Markdown, piece by piece; what is open at the end of one piece is closed in a later one. */
class HtmlTags {
  /** What ends the links that are open. */
  private readonly links: string[] = [];
  private isCode = false;

  /** HTML, with text between its tags, as Markdown; tags without a form in it are shown as text. */
  convert(html: string): string {
    let result = "";
    let from = 0;
    for (const match of html.matchAll(tag)) {
      result += this.text(html.slice(from, match.index)) + this.convertTag(match);
      from = match.index + match[0].length;
    }
    return result + this.text(html.slice(from));
  }

  /** Ends what was left open. */
  close(): string {
    return (this.isCode ? "`" : "") + this.links.splice(0).reverse().join("");
  }

  private convertTag([whole, slash, name = "", attributes = ""]: RegExpMatchArray): string {
    if (whole.startsWith("<!--")) return "";
    const isEnd = slash === "/";
    const key = name.toLowerCase();
    if (key === "code") return this.codeTag(isEnd);
    if (key === "a") return isEnd ? (this.links.pop() ?? "") : this.openLink(attributes);
    const mark = Object.hasOwn(marks, key) ? marks[key] : undefined;
    if (mark === undefined) return this.text(whole);
    return isEnd ? mark[1] : mark[0];
  }

  private codeTag(isEnd: boolean): string {
    if (this.isCode !== isEnd) return "";
    this.isCode = !isEnd;
    return "`";
  }

  private openLink(attributes: string): string {
    const url = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
      .exec(attributes)
      ?.slice(1)
      .find((value: string | undefined) => value !== undefined);
    const isSafe = url !== undefined && isSafeUrl(url) && !/[()]/.test(url);
    this.links.push(isSafe ? `](${url})` : "");
    return isSafe ? "[" : "";
  }

  /** Text between tags: deep indentation is the HTML's own, and shows nothing. */
  private text(html: string): string {
    if (this.isCode) return unescapedHtml(html).replaceAll("`", "'");
    return html.replace(/[<>]/g, "\\$&").replace(/\n[ \t]{4,}(?![-+*\d ])/g, "\n");
  }
}

const references: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** Character references as what they stand for: in code they would show as they are written. */
function unescapedHtml(html: string): string {
  return html.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => references[name]!);
}
