import type { Pagination } from "../../openapi";
import { jsonText } from "../encode";
import { isJsonMediaType, type ResolvedOperation } from "../operations";
import { argumentRows } from "./arguments";
import { rawExample, timedExample } from "./call-variants";
import { codeExample } from "./code-example";
import { curlLines } from "./curl";
import { block } from "./description";
import { indexLine, operationIndex } from "./machine-index";
import { cell, code, codeCell, text } from "./markdown";
import {
  bodyExample,
  callExample,
  exampleArguments,
  hasOptionalInputs,
  pageLoopExample,
  safeExample,
} from "./operation-examples";
import { responseJsons, responseRows, returnsLine } from "./responses";
import { callOf, exampleContext, signatureOf, type DocsScope } from "./scope";
import { authorisationLines } from "./security";
import { anyServer, ownServer } from "./servers";
import { Slugger } from "./slug";
import { noAnswerText } from "./statuses";
import type { OperationDocs } from "./view";

/** One operation's section; `opensPage` and `closesPage` are for the tag. */
export function operationDocs(scope: DocsScope, resolved: ResolvedOperation): OperationDocs {
  return {
    opensPage: false,
    closesPage: false,
    previous: false,
    next: false,
    indexLine: indexLine(operationIndex(scope, resolved)),
    ...headDocs(scope, resolved),
    ...accessDocs(scope, resolved),
    ...exampleDocs(scope, resolved),
    ...inputDocs(scope, resolved),
    ...outputDocs(scope, resolved),
    ...jsonDocs(scope, resolved),
  };
}

/** What it is called, where it is, what it is for. */
function headDocs(scope: DocsScope, resolved: ResolvedOperation) {
  const { names } = scope;
  const { operation, operationId, method, path } = resolved;
  const tag = names.tags.get(resolved.tag)!;
  const summary = operation.summary ?? operationId;
  const server = ownServer(operation);
  const description = block(operation.description);
  return {
    pageAnchor: new Slugger().slug(tag.pageStem),
    heading: text(operationId),
    link: `${tag.pageStem}.md#${scope.anchors.get(operationId)!}`,
    callCode: codeCell(callOf(scope, resolved)),
    routeCode: codeCell(`${method.toUpperCase()} ${path}`),
    server: server !== undefined && code(server),
    summary: text(summary),
    summaryCell: `${operation.deprecated === true ? "**Deprecated.** " : ""}${cell(summary)}`,
    description: description === block(operation.summary) ? false : description,
    isDeprecated: operation.deprecated === true,
    sunset: sunsetText((operation as { "x-sunset"?: unknown })["x-sunset"]),
  } as const;
}

/** Who may call it, and how often. */
function accessDocs({ document, schemeAnchors }: DocsScope, { operation, security }: ResolvedOperation) {
  return {
    isOpen: security.length === 0,
    authorisation: authorisationLines(document, security, schemeAnchors),
    rateLimit: extensionCode(operation["x-ratelimit-category"]),
    sandbox: extensionCode((operation as { "x-sandbox"?: unknown })["x-sandbox"]),
  } as const;
}

function exampleDocs(scope: DocsScope, resolved: ResolvedOperation) {
  const { document, baseUrl } = scope;
  const { operation } = resolved;
  const required = exampleArguments(document, resolved, { onlyRequired: true });
  const all = exampleArguments(document, resolved, { onlyRequired: false });
  const context = exampleContext(scope, resolved);
  const server = ownServer(operation) ?? baseUrl ?? anyServer;
  return {
    example: callExample(context, required),
    fullExample: hasOptionalInputs(resolved) && callExample(context, all),
    safeExample: safeExample(context, required),
    rawExample: rawExample(context, resolved, required),
    timedExample: timedExample(context, required),
    pageLoop: operation["x-pagination"] !== undefined && pageLoopExample(context, required),
    curl: codeExample(curlLines(server, resolved, all, context.credentials)),
  } as const;
}

function inputDocs(scope: DocsScope, resolved: ResolvedOperation) {
  const { document, names } = scope;
  const own = names.operations.get(resolved.operationId)!;
  const args = argumentRows(document, resolved, names, scope.openEnums);
  return {
    signatureCode: code(signatureOf(scope, resolved)),
    functionCode: code(`${own.functionName}(transport, args, options?)`),
    hasArguments: args.length > 0,
    arguments: args,
    contentType: sentText(resolved.requestBody),
  } as const;
}

function outputDocs({ document, names }: DocsScope, resolved: ResolvedOperation) {
  return {
    returns: returnsLine(resolved, names),
    pagination: paginationLine(resolved.operation["x-pagination"]),
    accept: contentTypeText(resolved.responses.flatMap(({ value }) => Object.keys(value.content ?? {}))),
    responses: responseRows(document, resolved, names),
    noAnswer: noAnswerText(resolved.method),
  } as const;
}

function jsonDocs({ document }: DocsScope, resolved: ResolvedOperation) {
  const requestJson = requestJsonOf(document, resolved);
  const jsons = responseJsons(document, resolved);
  return { hasJson: requestJson !== false || jsons.length > 0, requestJson, responseJsons: jsons } as const;
}

function requestJsonOf(document: DocsScope["document"], resolved: ResolvedOperation): OperationDocs["requestJson"] {
  const body = bodyExample(document, resolved);
  if (body === undefined || !isJsonMediaType(resolved.requestBody!.mediaType!)) return false;
  return {
    title: body.title === undefined ? "Request body" : `Request body: ${text(body.title)}`,
    text: jsonText(body.value),
  };
}

function paginationLine(pagination: Pagination | undefined): string | false {
  if (pagination === undefined) return false;
  const [items, next, parameter] = [pagination.items, pagination.next, pagination.parameter].map(code);
  return `A page's items are in ${items}; ${next} holds the cursor of the next, which ${parameter} takes.`;
}

/** Media types, each once; the seed page's words where there are none. */
/** What the client sends, and what the API takes as well. */
function sentText(body: ResolvedOperation["requestBody"]): string {
  if (body?.mediaType === undefined) return contentTypeText([]);
  const others = Object.keys(body.value.content).filter((mediaType) => mediaType !== body.mediaType);
  return `${code(body.mediaType)}${others.length === 0 ? "" : `; the API also takes ${others.map(code).join(", ")}`}`;
}

function contentTypeText(mediaTypes: readonly string[]): string {
  return mediaTypes.length === 0 ? "Not defined" : [...new Set(mediaTypes)].map(code).join(", ");
}

function extensionCode(value: unknown): string | false {
  return typeof value === "string" && value !== "" && code(value);
}

/** A day is printed as the document writes it. */
function sunsetText(value: unknown): string | false {
  return typeof value === "string" && value !== "" && text(value);
}
