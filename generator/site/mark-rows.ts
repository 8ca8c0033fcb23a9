import type MarkdownIt from "markdown-it";
import { fieldAnchor, valueAnchor } from "./anchors";
import { linkTokens } from "./link-tokens";
import { plainText, type Heading } from "./mark-headings";
import type { Page } from "./pages";

/** Tables whose rows have an address, by the first cell of their head. */
const anchorOf: Readonly<Record<string, (owner: string, name: string) => string>> = {
  name: fieldAnchor,
  status: valueAnchor,
  value: valueAnchor,
};

/**
 * Gives the rows of inputs, fields, statuses and values their addresses; says the role of each part of a table, and in each cell the
 * head of its column, for a phone shows rows as cards. `headings`: the page's, in order.
 */
export function markRows(tokens: MarkdownIt.Token[], headings: readonly Heading[], kind: Page["kind"]): void {
  const state = {
    heading: -1,
    heads: [] as string[],
    column: 0,
    owner: undefined as string | undefined,
    table: undefined as MarkdownIt.Token | undefined,
  };
  const taken = new Set(headings.map(({ id }) => id));
  tokens.forEach((token, index) => {
    const inline = tokens[index + 1];
    if (roles[token.type] !== undefined) token.attrSet("role", roles[token.type]!);
    if (token.type === "heading_open") state.heading += 1;
    if (token.type === "thead_open") state.heads = [];
    if (token.type === "tr_open") state.column = 0;
    if (token.type === "th_open") state.heads.push(plainText(inline!));
    if (token.type === "tbody_open") state.owner = ownerOf(headings.slice(0, state.heading + 1), kind);
    if (token.type === "table_open") state.table = token;
    if (token.type === "thead_close")
      state.table!.meta = { columns: state.heads.length, label: headings[state.heading]?.text ?? "Table" };
    if (token.type === "td_open") keepTogether(inline!);
    if (token.type !== "td_open") return;
    const head = state.heads[state.column] ?? "";
    token.attrs = [
      ["role", "cell"],
      ["data-label", head],
    ];
    const anchor = Object.hasOwn(anchorOf, head) ? anchorOf[head] : undefined;
    if (state.column === 0 && state.owner !== undefined && anchor !== undefined)
      markRow(tokens[index - 1]!, inline!, (name) => anchor(state.owner!, name), taken);
    state.column += 1;
  });
}

const roles: Readonly<Record<string, string>> = {
  table_open: "table",
  thead_open: "rowgroup",
  tbody_open: "rowgroup",
  tr_open: "row",
  th_open: "columnheader",
};

/** A short name is not broken, however narrow its column. */
function keepTogether(inline: MarkdownIt.Token): void {
  for (const child of inline.children!)
    if (child.type === "code_inline" && child.content.length <= 20) child.attrSet("class", "short");
}

/** The operation or schema that a table is about. Only below a heading of ours: a description has none. */
function ownerOf(before: readonly Heading[], kind: Page["kind"]): string | undefined {
  const last = before.at(-1);
  if (kind === "schema") return last?.level === 2 ? before[0]!.id : undefined;
  return kind === "tag" && last?.level === 3 ? before.findLast(({ level }) => level === 2)!.id : undefined;
}

/** The name is the row's first code span: `default`, any other status → default. A value's quotes are not part of it. */
function markRow(
  row: MarkdownIt.Token,
  inline: MarkdownIt.Token,
  anchor: (name: string) => string,
  taken: Set<string>,
): void {
  const code = inline.children!.find(({ type }) => type === "code_inline");
  if (code === undefined) return;
  const id = anchor(code.content.replace(/^"(.*)"$/, "$1"));
  if (taken.has(id)) return;
  taken.add(id);
  row.attrSet("id", id);
  inline.children!.splice(inline.children!.indexOf(code), 1, ...linkTokens(inline, id, { class: "row" }, code));
}
