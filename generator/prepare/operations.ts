import { dereference, pointerTokens } from "../references";
import { oncePer } from "../remembered";
import { isReference, methods } from "../openapi";
import type {
  Method,
  OpenApiDocument,
  Operation,
  Parameter,
  Referable,
  RequestBody,
  Response,
  SecurityRequirement,
} from "../openapi";

/** An operation with what it refers to in place: what both halves of `prepare` (client and docs) start from. */
export interface ResolvedOperation {
  readonly operationId: string;
  readonly method: Method;
  readonly path: string;
  readonly tag: string;
  readonly operation: Operation;
  /** In document order. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: ResolvedRequestBody | undefined;
  readonly responses: readonly ResolvedResponse[];
  /** Its own requirements, else the document's; empty: none needed. An alternative each (OpenAPI, Security Requirement Object). */
  readonly security: readonly SecurityRequirement[];
}

export interface ResolvedRequestBody {
  readonly value: RequestBody;
  /** The media type the client sends: JSON where there is a choice, else the first. */
  readonly mediaType: string | undefined;
}

export interface ResolvedResponse {
  /** `200`, `4XX`, `default`, as the document spells it. */
  readonly status: string;
  readonly value: Response;
  readonly mediaType: string | undefined;
}

/** All operations of a normalized document: tags in the order in which operations first name them, operations in document order. */
export const resolveOperations = oncePer((document: OpenApiDocument): readonly ResolvedOperation[] => {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, pathItem]) =>
    Object.keys(pathItem)
      .filter((key): key is Method => (methods as readonly string[]).includes(key))
      .map((method) => resolveOperation(document, path, method, pathItem[method] as Operation)),
  );
  const tags = [...new Set(operations.map((operation) => operation.tag))];
  return tags.flatMap((tag) => operations.filter((operation) => operation.tag === tag));
});

function resolveOperation(
  document: OpenApiDocument,
  path: string,
  method: Method,
  operation: Operation,
): ResolvedOperation {
  const resolve = <T extends object>(value: Referable<T>): T => described(value, dereference<T>(document, value));
  const requestBody = operation.requestBody && resolve<RequestBody>(operation.requestBody);
  return {
    operationId: operation.operationId as string,
    method,
    path,
    tag: operation.tags?.[0] as string,
    operation,
    parameters: (operation.parameters ?? []).map((parameter) => needed(resolve<Parameter>(parameter))),
    requestBody: requestBody && { value: requestBody, mediaType: preferredMediaType(requestBody.content) },
    responses: Object.entries(operation.responses ?? {}).map(([status, response]) => {
      const value = resolve<Response>(response);
      return { status, value, mediaType: preferredMediaType(value.content) };
    }),
    security: operation.security ?? document.security ?? [],
  };
}

/** There is no path without its parameters, whatever the document says. */
function needed(parameter: Parameter): Parameter {
  return parameter.in === "path" && parameter.required !== true ? { ...parameter, required: true } : parameter;
}

/** With the description that its reference has of its own (3.1, Reference Object). */
function described<T extends object>(reference: Referable<T>, value: T): T {
  const { description } = reference as { description?: unknown };
  return isReference(reference) && typeof description === "string" ? { ...value, description } : value;
}

/** JSON before `+json` before the rest, each in document order. */
export function preferredMediaType(content: Record<string, unknown> | undefined): string | undefined {
  const mediaTypes = Object.keys(content ?? {});
  return mediaTypes.find(isPlainJson) ?? mediaTypes.find(isJsonMediaType) ?? mediaTypes[0];
}

/** Whether a media type is JSON's own, and no `+json` of it. */
export function isPlainJson(mediaType: string): boolean {
  return /^application\/json\s*(;|$)/i.test(mediaType);
}

/** Whether a media type's content is JSON (RFC 6839: the `+json` suffix). */
export function isJsonMediaType(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(mediaType);
}

/** The component name that a schema refers to, `Audience` for `#/components/schemas/Audience`. */
export function schemaName(schema: unknown): string | undefined {
  const prefix = "#/components/schemas/";
  if (!isReference(schema) || !schema.$ref.startsWith(prefix)) return undefined;
  const tokens = pointerTokens(schema.$ref);
  return tokens.length === 3 ? tokens[2] : undefined;
}
