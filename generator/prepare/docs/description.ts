import { remembered } from "../../remembered";
import { isInert } from "./inert";
import { code, codeCell, fenced, pipesEscaped, visible } from "./markdown";
import { Rewriter, type Place } from "./rewriter";

/**
 * A description of the document as a block of our page. Descriptions are CommonMark (OpenAPI, Rich Text Formatting); what is Markdown in
 * them stays. HTML that only marks text up becomes Markdown, all other HTML is shown as text; links go to http, https and mailto, and
 * one to a page of a site that the document does not name keeps its text only; images become links; headings become bold, for the
 * outline is ours; open fences are closed. What would not be inert all the same is shown as code.
 */
export function block(description: string | undefined): string | false {
  return rewritten(description, blockOf);
}

/** Documents say the same of many things: of Pinterest's descriptions that hold Markdown, two of three are repetitions. */
const blockOf = remembered((source) => {
  const block = tidy(new Rewriter(source, inBlock).rewrite());
  return isInert(block) ? block : fenced("text", source);
});
const cellOf = remembered((source) => {
  const cell = onOneLine(tidy(new Rewriter(source, inCell).rewrite()));
  return isInert(cell) ? cell : codeCell(source);
});

const inBlock: Place = { code, fenced, source: (source) => source };
/** A fence would not survive in a cell. */
const inCell: Place = { code: codeCell, fenced: (_, value) => codeCell(value), source: pipesEscaped };

function rewritten(description: string | undefined, rewrite: (source: string) => string): string | false {
  const source = shallow(visible(description ?? "").trim());
  if (source === "") return false;
  // Of what shows nothing, as a link's definition alone, nothing is left.
  return (isPlain(source) ? source : rewrite(source)) || false;
}

/** The same on one line, for a cell of a table; `-` where there is none. */
export function blockCell(description: string | undefined): string {
  const encoded = rewritten(description, cellOf);
  return encoded === false ? "-" : onOneLine(encoded) || "-";
}

function onOneLine(markdown: string): string {
  return markdown.replace(/\\\n/g, " ").replace(/\s+/g, " ").trim();
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

/** Words, code spans of one backtick without pipes, and lines: nothing that a parser would see more in. */
function isPlain(source: string): boolean {
  if (!/^(?:[^`]*`[^`\n]+`)*[^`]*$/.test(source)) return false;
  return !/[<>[\]&\\*~#|]|^\s*([-+=]|\d+[.)])|https?:|^ {4}/m.test(source);
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
