import type { OpenApiDocument } from "../../openapi";
import type { Names, OperationNames } from "../names";
import { isJsonMediaType, type ResolvedOperation } from "../operations";
import { argumentRows } from "./arguments";
import { codeExample } from "./code-example";
import { curlLines } from "./curl";
import { block } from "./description";
import { cell, code, codeCell, text } from "./markdown";
import {
  bodyExample,
  callExample,
  exampleArguments,
  hasOptionalInputs,
  isLiteral,
  pageLoopExample,
  safeExample,
} from "./operation-examples";
import { responseJsons, responseRows, returnsLine } from "./responses";
import { authorisationLines, exampleCredentials } from "./security";
import { Slugger } from "./slug";
import type { OperationDocs } from "./view";

/** What all operations of a run share. */
export interface DocsScope {
  readonly document: OpenApiDocument;
  readonly names: Names;
  readonly packageName: string;
  /** The first server with its defaults; `undefined` where there is none that is absolute. */
  readonly baseUrl: string | undefined;
  readonly schemeAnchors: ReadonlyMap<string, string>;
  /** The signature's types, by operationId. */
  readonly returnTypes: ReadonlyMap<string, string>;
}

/** One operation's section; `opensPage` and `closesPage` are for the tag. `anchor`: of its heading. */
export function operationDocs(scope: DocsScope, resolved: ResolvedOperation, anchor: string): OperationDocs {
  const { document, names, packageName, baseUrl } = scope;
  const { operation, operationId, method, path, security } = resolved;
  const own = names.operations.get(operationId)!;
  const tag = names.tags.get(resolved.tag)!;
  const required = exampleArguments(document, resolved, { onlyRequired: true });
  const all = exampleArguments(document, resolved, { onlyRequired: false });
  const call = `client.${tag.namespace}.${own.methodName}`;
  const context = {
    packageName,
    operationId,
    call,
    credentials: exampleCredentials(document, security),
    hasBaseUrl: baseUrl !== undefined,
  };
  const description = block(operation.description);
  const summary = operation.summary ?? operationId;
  const args = argumentRows(document, resolved, names);
  const pagination = operation["x-pagination"];
  const body = bodyExample(document, resolved);
  const requestJson = body !== undefined &&
    isLiteral(resolved) &&
    isJsonMediaType(resolved.requestBody!.mediaType!) && {
      title: body.title === undefined ? "Request body" : `Request body: ${text(body.title)}`,
      text: JSON.stringify(body.value, null, 2),
    };
  const jsons = responseJsons(document, resolved);
  return {
    opensPage: false,
    closesPage: false,
    pageAnchor: new Slugger().slug(tag.pageStem),
    heading: text(operationId),
    link: `${tag.pageStem}.md#${anchor}`,
    callCode: codeCell(call),
    routeCode: codeCell(`${method.toUpperCase()} ${path}`),
    summary: text(summary),
    summaryCell: cell(summary),
    description: description === block(operation.summary) ? false : description,
    isDeprecated: operation.deprecated === true,
    signatureCode: code(signature(call, own, args, scope.returnTypes.get(operationId)!)),
    functionCode: code(`${own.functionName}(transport, args, options?)`),
    isOpen: security.length === 0,
    authorisation: authorisationLines(document, security, scope.schemeAnchors),
    rateLimit: extensionCode(operation["x-ratelimit-category"]),
    sandbox: extensionCode((operation as { "x-sandbox"?: unknown })["x-sandbox"]),
    example: callExample(context, required),
    fullExample: hasOptionalInputs(resolved) && isLiteral(resolved) && callExample(context, all),
    safeExample: safeExample(context, required),
    pageLoop: pagination !== undefined && pageLoopExample(context, required),
    curl: codeExample(
      curlLines(
        baseUrl ?? "https://api.example.com",
        resolved,
        isLiteral(resolved) ? all : required,
        context.credentials,
      ),
    ),
    hasArguments: args.length > 0,
    arguments: args,
    returns: returnsLine(resolved, names),
    pagination:
      pagination !== undefined &&
      `A page's items are in ${code(pagination.items)}; ${code(pagination.next)} holds the cursor of the next, which ${code(pagination.parameter)} takes.`,
    contentType: contentTypeText(Object.keys(resolved.requestBody?.value.content ?? {})),
    accept: contentTypeText(resolved.responses.flatMap(({ value }) => Object.keys(value.content ?? {}))),
    responses: responseRows(document, resolved, names),
    hasJson: requestJson !== false || jsons.length > 0,
    requestJson,
    responseJsons: jsons,
  };
}

function signature(
  call: string,
  own: OperationNames,
  args: readonly { required: string }[],
  returnType: string,
): string {
  const mark = args.some(({ required }) => required === "required") ? "" : "?";
  return `${call}(args${mark}: ${own.argsName}, options?: CallOptions): ${returnType}`;
}

/** Media types, each once; the seed page's words where there are none. */
function contentTypeText(mediaTypes: readonly string[]): string {
  return mediaTypes.length === 0 ? "Not defined" : [...new Set(mediaTypes)].map(code).join(", ");
}

function extensionCode(value: unknown): string | false {
  return typeof value === "string" && value !== "" && code(value);
}
