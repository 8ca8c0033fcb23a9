/** One encoder for each place of a Markdown page (CommonMark, and GitHub's tables). Descriptions, which are Markdown, have description.ts. */
import { remembered } from "../../remembered";

/** Text of one line, in which nothing is Markdown; `-` where nothing of it can be seen. */
export const text = remembered((value: string): string =>
  escaped(oneLine(value) || "-").replace(/&(?=#?\w+;)/g, "\\&"),
);

/** A line of text, or a piece of one, in which nothing but character references is Markdown. */
export function escaped(line: string): string {
  return line
    .replace(/[\\`*[\]<>|~]/g, "\\$&")
    .replace(/(^|[^\p{L}\p{N}])_|_(?=[^\p{L}\p{N}]|$)/gu, (match) => match.replace("_", "\\_"))
    .replace(/^([#+-]|\d+[.)])(?=\s|$)/, (marker) => marker.replace(/.$/, "\\$&"));
}

/** Text in a cell of a table; `-` where there is none. */
export function cell(value: string | undefined): string {
  return value === undefined ? "-" : text(value);
}

/** A code span. The fence is longer than any run of backticks inside. */
export const code = remembered((value: string): string => {
  const content = oneLine(value) || " ";
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(content) ? " " : "";
  return `${fence}${pad}${content}${pad}${fence}`;
});

/** A code span in a cell: the pipe is escaped even there (GitHub Flavored Markdown, 4.10). */
export function codeCell(value: string): string {
  return code(value).replaceAll("|", "\\|");
}

/** A fenced block whose fence is longer than any in it, and which ends. */
export function fenced(language: string, value: string): string {
  const longest = Math.max(2, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language.replace(/[^\w-]/g, "") || "text"}\n${value}\n${fence}`;
}

/** Markdown whose pipes end no cell. One is escaped by what stands right before it, even where that is an escaped backslash. */
export function pipesEscaped(markdown: string): string {
  return markdown.replace(/(\\*)\|/g, (_, before: string) => `${before}${before.length % 2 === 0 ? "\\" : ""}|`);
}

/** A link with text that is encoded already; the target is one of our own paths, or has been checked. */
export function link(label: string, target: string): string {
  return `[${label}](${target.replace(/[()\s<>]/g, (character) => encodeURIComponent(character).replace("(", "%28").replace(")", "%29"))})`;
}

/** An address as it may be linked: http, https and mailto; anything else is only text. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s<>"\\]+$/i.test(url);
}

/** An address of the document, linked when that is safe. */
export function address(url: string): string {
  return isSafeUrl(url) ? `<${url}>` : code(url);
}

/** Without characters that show nothing or turn the text around. */
export function visible(value: string): string {
  return value.replace(/[\u2028\u2029\u0085]/g, "\n").replace(/[\p{Cf}\p{Cs}]|(?![\n\t])\p{Cc}/gu, "");
}

function oneLine(value: string): string {
  return visible(value.replace(/\s+/gu, " ")).trim();
}
