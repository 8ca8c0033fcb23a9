import { dereference } from "../../references";
import type { Header, Method, OpenApiDocument, Referable } from "../../openapi";
import type { Names } from "../names";
import type { ResolvedOperation, ResolvedResponse } from "../operations";
import { jsonText } from "../encode";
import { blockCell } from "./description";
import { exampleOf, ownExample } from "./example";
import { code, codeCell, text } from "./markdown";
import { adviceCell, errorClass, retriedCell, undocumentedStatuses } from "./statuses";
import { typeLabel } from "./type-label";
import type { JsonExample, ResponseDocs } from "./view";
import { isJsonMediaType } from "../operations";

/** A row for each status that the document declares, and for those that come whatever it declares; `default` last. */
export function responseRows(document: OpenApiDocument, operation: ResolvedOperation, names: Names): ResponseDocs[] {
  const { responses, method } = operation;
  const declared = responses.map(({ status, value }) => ({
    ...statusCells(status, method),
    description: blockCell(value.description),
    body: bodyCell(value, names),
    headers: headersCell(document, value.headers ?? {}),
    isDefault: status === "default",
  }));
  const fallback = responses.find(({ status }) => status === "default");
  const others = undeclared(operation).map((status) => ({
    ...statusCells(status, method),
    description: "*Not in the document.*",
    body: fallback === undefined ? codeCell("unknown") : bodyCell(fallback.value, names),
    headers: "-",
    isDefault: false,
  }));
  return [
    ...declared.filter(({ isDefault }) => !isDefault),
    ...others,
    ...declared.filter(({ isDefault }) => isDefault),
  ];
}

function statusCells(status: string, method: Method): Pick<ResponseDocs, "status" | "error" | "retried" | "advice"> {
  return {
    status: status === "default" ? `${code("default")}, any other status` : code(status),
    error: errorCell(status),
    retried: retriedCell(status, method),
    advice: adviceCell(status),
  };
}

/** Statuses that an operation may be answered with although its document does not say so; one without credentials has no 401. */
export function undeclared({ responses, security }: ResolvedOperation): string[] {
  const declared = new Set(responses.map(({ status }) => status.toUpperCase()));
  return undocumentedStatuses.filter(
    (status) => !declared.has(status) && !declared.has(`${status[0]!}XX`) && (status === "429" || security.length > 0),
  );
}

/** What the operation returns: the type of its first 2xx answer. */
export function returnsLine({ responses }: ResolvedOperation, names: Names): string {
  const success =
    responses.find(({ status }) => /^2/.test(status)) ?? responses.find(({ status }) => status === "default");
  return success === undefined
    ? codeCell("unknown")
    : bodyCell(success.value, names).replace(/^-$/, codeCell("undefined"));
}

/** The JSON that an answer may be, one for each status that has a JSON body. */
export function responseJsons(document: OpenApiDocument, { responses }: ResolvedOperation): JsonExample[] {
  return responses.flatMap((response) => {
    const example = jsonOf(document, response);
    return example === undefined ? [] : [example];
  });
}

function jsonOf(document: OpenApiDocument, { status, value, mediaType }: ResolvedResponse): JsonExample | undefined {
  if (mediaType === undefined || !isJsonMediaType(mediaType)) return undefined;
  const content = value.content![mediaType]!;
  const { title, value: json } = ownExample(document, content) ?? {
    title: undefined,
    value: exampleOf(document, content.schema, "response"),
  };
  return {
    title: `Status ${code(status)}${title === undefined ? "" : `: ${text(title)}`}`,
    text: jsonText(json),
  };
}

function bodyCell({ content = {} }: ResolvedResponse["value"], names: Names): string {
  const labels = Object.values(content).map(({ schema }) => typeLabel(schema, names, "schemas/"));
  return labels.length === 0 ? "-" : [...new Set(labels)].join(" \\| ");
}

function headersCell(document: OpenApiDocument, headers: Readonly<Record<string, Referable<Header>>>): string {
  const rows = Object.entries(headers).map(([name, reference]) => {
    const description = blockCell(dereference<Header>(document, reference).description);
    return `${codeCell(name)}${description === "-" ? "" : ` (${description})`}`;
  });
  return rows.length === 0 ? "-" : rows.join(", ");
}

function errorCell(status: string): string {
  const own = errorClass(status);
  if (own === undefined) return "-";
  return status === "default" ? `${code(own)}, or its class for the status` : code(own);
}
