import { remembered } from "../../remembered";
import { withoutHtml } from "./html-tags";
import { isInert } from "./inert";
import { code, codeCell, fenced, pipesEscaped, visible } from "./markdown";
import { isPlain } from "./plain";
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
  const block = tidy(rewrite(withoutHtml(source), inBlock));
  return isInert(block) ? block : fenced("text", source);
});
const cellOf = remembered((source) => {
  const cell = onOneLine(tidy(rewrite(withoutHtml(source), inCell)));
  return isInert(cell) ? cell : codeCell(source);
});

function rewrite(markdown: string, place: Place): string {
  return isPlain(markdown) ? markdown : new Rewriter(markdown, place).rewrite();
}

const inBlock: Place = { code, fenced, source: (source) => source };
/** A fence would not survive in a cell. */
const inCell: Place = { code: codeCell, fenced: (_, value) => codeCell(value), source: pipesEscaped };

function rewritten(description: string | undefined, anew: (source: string) => string): string | false {
  const source = shallow(visible(description ?? "").trim());
  if (source === "") return false;
  // Of what shows nothing, as a link's definition alone, nothing is left.
  return anew(source) || false;
}

/** The same on one line, for a cell of a table; `-` where there is none. */
export function blockCell(description: string | undefined): string {
  return rewritten(description, cellOf) || "-";
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

function tidy(source: string): string {
  return source
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\\\n(?=\s*(\n|$))/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
