import type { Nodes, Parents, Root } from "mdast";
import { code, isSafeUrl, link, text, visible } from "./markdown";
import { HtmlTags } from "./html-tags";
import { remembered } from "../../remembered";

/**
 * A description of the document as a block of our page. Descriptions are CommonMark (OpenAPI, Rich Text Formatting); what is Markdown in
 * them stays. HTML that only marks text up becomes Markdown, all other HTML is shown as text; links go to http, https and mailto, and
 * one to a page of a site that the document does not name keeps its text only; images become links; headings become bold, for the
 * outline is ours; open fences are closed.
 */
export function block(description: string | undefined): string | false {
  return rewritten(description, blockOf);
}

/** Documents say the same of many things: of Pinterest's descriptions that hold Markdown, two of three are repetitions. */
const blockOf = remembered((source) => tidy(new Rewriter(source, fenced).rewrite()));
const cellOf = remembered((source) => tidy(new Rewriter(source, (_, value) => code(value)).rewrite()));

function rewritten(description: string | undefined, rewrite: (source: string) => string): string | false {
  const source = shallow(visible(description ?? "").trim());
  if (source === "") return false;
  // Of what shows nothing, as a link's definition alone, nothing is left.
  return (isPlain(source) ? source : rewrite(source)) || false;
}

/** How a block of code is written: a fence would not survive in a cell. */
type CodeWriter = (language: string, value: string) => string;

/** The same on one line, for a cell of a table; `-` where there is none. */
export function blockCell(description: string | undefined): string {
  const encoded = rewritten(description, cellOf);
  if (encoded === false) return "-";
  const cell = encoded
    .replace(/\\\n/g, " ")
    .replace(/\s+/g, " ")
    .replace(/(?<!\\)\|/g, "\\|")
    .trim();
  return cell === "" ? "-" : cell;
}

/** The first paragraph of a description, on one line, for a cell that only says what a thing is. */
export function briefCell(description: string | undefined): string {
  return blockCell(
    visible(description ?? "")
      .trim()
      .split(/\n\s*\n/)[0],
  );
}

/** Columns of indentation and of marks before a line's text. */
const deepest = 120;

/** A parser's time grows with the square of how deep lists and quotations are in each other, and its stack ends at a few thousand. */
function shallow(source: string): string {
  return source.replace(/^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])){61,}/gm, (marks) => marks.slice(0, deepest));
}

/** Words, code spans without pipes and lines: nothing that a parser would see more in. */
function isPlain(source: string): boolean {
  return !/[<>[\]&\\*~#|]|```|^\s*([-+=]|\d+[.)])|https?:|^ {4}/m.test(source);
}

function tidy(source: string): string {
  return source
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\\\n(?=\s*(\n|$))/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Puts the source together again, node by node: only what must change is written anew. */
class Rewriter {
  private readonly tags = new HtmlTags();

  constructor(
    private readonly source: string,
    private readonly asCode: CodeWriter,
  ) {}

  rewrite(): string {
    const { fromMarkdown } = require("mdast-util-from-markdown") as typeof import("mdast-util-from-markdown");
    const root: Root = fromMarkdown(this.source);
    return this.withChildren(root) + this.tags.close();
  }

  private node(node: Nodes): string {
    switch (node.type) {
      case "html":
        return this.tags.convert(node.value);
      case "heading":
        return `**${this.children(node).replace(/\s+/g, " ").replaceAll("**", "")}**`;
      case "code":
        return this.asCode(node.lang ?? "", node.value);
      case "link":
        return isSafeUrl(node.url) ? this.withChildren(node) : this.children(node);
      case "image":
        return isSafeUrl(node.url) ? link(text(node.alt ?? node.url), node.url) : text(node.alt || "image");
      case "definition":
        return isSafeUrl(node.url) ? this.slice(node) : "";
      case "inlineCode":
        return code(node.value);
      default:
        return "children" in node ? this.withChildren(node) : this.slice(node);
    }
  }

  /** The node's own source, its children written anew. */
  private withChildren(node: Parents): string {
    let result = "";
    let from = startOf(node);
    for (const child of node.children) {
      result += this.source.slice(from, startOf(child)) + this.node(child);
      from = endOf(child);
    }
    return result + this.source.slice(from, endOf(node));
  }

  /** Only the children. */
  private children(node: Parents): string {
    const first = node.children[0];
    const last = node.children.at(-1);
    if (first === undefined || last === undefined) return "";
    return this.withChildren({
      ...node,
      position: { start: first.position!.start, end: last.position!.end },
    });
  }

  private slice(node: Nodes): string {
    return this.source.slice(startOf(node), endOf(node));
  }
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

/** A fenced block whose fence is longer than any in it, and which ends. */
function fenced(language: string, value: string): string {
  const longest = Math.max(2, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language.replace(/[^\w-]/g, "") || "text"}\n${value}\n${fence}`;
}
