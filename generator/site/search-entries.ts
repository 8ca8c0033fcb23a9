import { fieldAnchor, valueAnchor } from "./anchors";
import type { Heading } from "./mark-headings";
import type { MachineIndex, NamedValues, OperationEntry, Page, SchemaEntry } from "./pages";

/** What search finds: a name, what it is, where it is, and more words for it. Short keys, for there are thousands. */
interface SearchEntry {
  /** Name. */
  readonly n: string;
  /** What it is: `operation`, `field of Audience`. */
  readonly k: string;
  /** Address, from the site's root. */
  readonly u: string;
  /** Other words. */
  readonly w: string;
}

interface Rendered {
  readonly page: Page;
  readonly headings: readonly Heading[];
}

/** A script that holds the entries: from a file system a page may load a script, not data. The index is made of them when it is needed. */
export function searchEntries({ operations, schemas }: MachineIndex, rendered: readonly Rendered[]): string {
  const anchors = new Map(rendered.map(({ page, headings }) => [page.path, headings[0]?.id ?? ""]));
  const entries = [
    ...operations.flatMap(operationEntries),
    ...schemas.flatMap((schema) => schemaEntries(schema, anchors.get(htmlPath(schema.page)) ?? "")),
    ...rendered.flatMap(headingEntries),
  ];
  const lines = entries.map((entry) => JSON.stringify(entry).replaceAll("<", "\\u003c"));
  return `window.searchEntries = [\n${lines.join(",\n")}\n];\n`;
}

function operationEntries(operation: OperationEntry): SearchEntry[] {
  const { operationId, summary, method, path, call, errors } = operation;
  const [page = "", owner = ""] = operation.page.split("#");
  const url = htmlPath(page);
  const at = (anchor: string): string => `${url}#${encodeURIComponent(anchor)}`;
  return [
    { n: operationId, k: "operation", u: at(owner), w: `${summary} ${method} ${path} ${call}` },
    ...operation.arguments.flatMap((own) =>
      namedEntries(own, `input of ${operationId}`, (name) => at(fieldAnchor(owner, name))),
    ),
    ...errors.map((error) => ({
      n: error.status,
      k: `status of ${operationId}`,
      u: at(valueAnchor(owner, error.status)),
      w: error.class,
    })),
  ];
}

function schemaEntries({ schema, page, fields, values }: SchemaEntry, owner: string): SearchEntry[] {
  const url = htmlPath(page);
  const at = (anchor: string): string => `${url}#${encodeURIComponent(anchor)}`;
  return [
    { n: schema, k: "schema", u: url, w: "" },
    ...fields.flatMap((field) => namedEntries(field, `field of ${schema}`, (name) => at(fieldAnchor(owner, name)))),
    ...values.filter(isValue).map((value) => ({
      n: String(value),
      k: `value of ${schema}`,
      u: at(valueAnchor(owner, String(value))),
      w: "",
    })),
  ];
}

/** A field or an input, and the values that it lists itself: they are in its row. */
function namedEntries({ name, values }: NamedValues, kind: string, address: (name: string) => string): SearchEntry[] {
  return [
    { n: name, k: kind, u: address(name), w: "" },
    ...values
      .filter(isValue)
      .map((value) => ({ n: String(value), k: `value of ${name}, ${kind}`, u: address(name), w: "" })),
  ];
}

function isValue(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** Chapters of what is written by hand; pages of the reference are found by their names. */
function headingEntries({ page, headings }: Rendered): SearchEntry[] {
  if (page.kind === "tag" || page.kind === "schema") return [];
  const [title] = headings;
  return headings.map(({ text, id, level }) => ({
    n: text,
    k: level === 1 ? "page" : `chapter of ${title?.text ?? page.path}`,
    u: level === 1 ? page.path : `${page.path}#${encodeURIComponent(id)}`,
    w: "",
  }));
}

function htmlPath(page: string): string {
  return encodeURI(page.replace(/\.md$/, ".html"));
}
