import { dereference } from "../../references";
import type { Header, OpenApiDocument, Referable } from "../../openapi";
import type { Names } from "../names";
import type { ResolvedOperation, ResolvedResponse } from "../operations";
import { jsonText } from "../encode";
import { blockCell } from "./description";
import { exampleOf, ownExample } from "./example";
import { code, codeCell, text } from "./markdown";
import { typeLabel } from "./type-label";
import type { JsonExample, ResponseDocs } from "./view";
import { isJsonMediaType } from "../operations";

/** The classes that statuses are thrown as (templates/static/src/runtime/api-error.ts has the same table). */
const errorClasses: Readonly<Record<string, string>> = {
  400: "BadRequestError",
  401: "AuthenticationError",
  403: "PermissionError",
  404: "NotFoundError",
  409: "ConflictError",
  422: "ValidationError",
  429: "RateLimitError",
};

/** A row for each status that the document declares. */
export function responseRows(
  document: OpenApiDocument,
  { responses }: ResolvedOperation,
  names: Names,
): ResponseDocs[] {
  return responses.map(({ status, value }) => ({
    status: status === "default" ? `${code("default")}, any other status` : code(status),
    description: blockCell(value.description),
    body: bodyCell(value, names),
    headers: headersCell(document, value.headers ?? {}),
    error: errorCell(status),
  }));
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
  if (/^[12]/.test(status)) return "-";
  const own = errorClasses[status];
  if (own !== undefined) return code(own);
  if (status.startsWith("5")) return code("ServerError");
  if (status.startsWith("3")) return code("RedirectError");
  return status === "default" ? `${code("ApiError")}, or its class for the status` : code("ApiError");
}
