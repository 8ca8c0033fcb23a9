import type { Nodes, Parents, Root } from "mdast";
import { codeCell, escaped, isSafeUrl, link, text } from "./markdown";
import { endOf, marginIn, nodesOf, parseMarkdown, startOf } from "./parse-markdown";

/** How a page's place writes code, and what it makes of Markdown that stays. */
export interface Place {
  code(value: string): string;
  fenced(language: string, value: string): string;
  source(markdown: string): string;
}

/** Puts a description together again, node by node: only what must change is written anew. */
export class Rewriter {
  private readonly root: Root;
  /** The addresses of the references; the first definition of a label counts (CommonMark, 4.7). */
  private readonly addresses = new Map<string, string>();
  /** What begins each line of the quotation or list item at hand. */
  private margin = "";

  constructor(
    private readonly source: string,
    private place: Place,
  ) {
    this.root = parseMarkdown(source);
    for (const node of nodesOf(this.root))
      if (node.type === "definition" && !this.addresses.has(node.identifier))
        this.addresses.set(node.identifier, node.url);
  }

  rewrite(): string {
    return this.withChildren(this.root);
  }

  private node(node: Nodes): string {
    switch (node.type) {
      case "html":
        return escaped(node.value);
      case "code":
        return this.inMargin(this.place.fenced(node.lang ?? "", node.value));
      case "inlineCode":
        return this.place.code(node.value);
      case "heading":
        return `**${this.children(node).replace(/\s+/g, " ").replaceAll("**", "")}**`;
      case "tableCell":
        return this.tableCell(node);
      case "link":
        return isSafeUrl(node.url) ? this.withChildren(node) : this.children(node);
      case "linkReference":
        return this.linkTo(this.addresses.get(node.identifier), this.children(node));
      case "image":
        return this.linkTo(node.url, text(node.alt || "image"));
      case "imageReference":
        return this.linkTo(this.addresses.get(node.identifier), text(node.alt || "image"));
      case "definition":
        return "";
      case "text":
        return withoutBackticks(this.slice(startOf(node), endOf(node)));
      default:
        return "children" in node ? this.withChildren(node) : this.slice(startOf(node), endOf(node));
    }
  }

  /** The node's own source, its children written anew. */
  private withChildren(node: Parents, from = startOf(node), to = endOf(node)): string {
    const outer = this.margin;
    this.margin = marginIn(node, this.source) ?? outer;
    let result = "";
    for (const child of node.children) {
      result += this.slice(from, startOf(child)) + this.node(child);
      from = endOf(child);
    }
    this.margin = outer;
    return result + this.slice(from, to);
  }

  /** Only the children. */
  private children(node: Parents): string {
    const first = node.children[0];
    const last = node.children.at(-1);
    return first === undefined || last === undefined ? "" : this.withChildren(node, startOf(first), endOf(last));
  }

  private inMargin(lines: string): string {
    return lines.replaceAll("\n", `\n${this.margin}`);
  }

  /** A pipe ends a cell, in code, too (GitHub Flavored Markdown, 4.10). */
  private tableCell(node: Parents): string {
    const outer = this.place;
    this.place = { ...outer, code: codeCell };
    const result = this.withChildren(node);
    this.place = outer;
    return result;
  }

  private linkTo(url: string | undefined, label: string): string {
    return url !== undefined && isSafeUrl(url) ? link(label, url) : label;
  }

  private slice(from: number, to: number): string {
    return this.place.source(this.source.slice(from, to));
  }
}

/** Text without backticks that might begin code: those that do are no text. */
function withoutBackticks(markdown: string): string {
  return markdown.replace(/\\[^]|`/g, (match) => (match === "`" ? "\\`" : match));
}
