import { isSafeUrl } from "./markdown";

/** Tags that only mark text up, as Markdown writes them: at the begin, at the end. */
const marks: Readonly<Record<string, readonly [begin: string, end: string]>> = {
  b: ["**", "**"],
  strong: ["**", "**"],
  i: ["*", "*"],
  em: ["*", "*"],
  code: ["`", "`"],
  br: ["\\\n", ""],
  p: ["\n\n", "\n\n"],
  div: ["\n\n", "\n\n"],
  ul: ["\n\n", "\n\n"],
  ol: ["\n\n", "\n\n"],
  li: ["\n- ", ""],
  span: ["", ""],
};

const tag = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/g;

/** Turns the HTML of one description into Markdown, piece by piece; a link that is open at the end of one piece is closed in a later one. */
export class HtmlTags {
  /** What ends the links that are open. */
  private readonly links: string[] = [];

  /** HTML, with text between its tags, as Markdown; tags without a form in it are shown as text. */
  convert(html: string): string {
    let result = "";
    let from = 0;
    for (const match of html.matchAll(tag)) {
      result += escapeText(html.slice(from, match.index)) + this.convertTag(match);
      from = match.index + match[0].length;
    }
    return result + escapeText(html.slice(from));
  }

  /** Ends what was left open. */
  close(): string {
    return this.links.splice(0).reverse().join("");
  }

  private convertTag([whole, slash, name = "", attributes = ""]: RegExpMatchArray): string {
    if (whole.startsWith("<!--")) return "";
    const isEnd = slash === "/";
    const key = name.toLowerCase();
    if (key === "a") return isEnd ? (this.links.pop() ?? "") : this.openLink(attributes);
    const mark = Object.hasOwn(marks, key) ? marks[key] : undefined;
    if (mark === undefined) return escapeText(whole);
    return isEnd ? mark[1] : mark[0];
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
}

function escapeText(html: string): string {
  return html.replace(/[<>]/g, "\\$&");
}
