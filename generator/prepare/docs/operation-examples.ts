import type { Json, OpenApiDocument, Parameter } from "../../openapi";
import { stringLiteral } from "../encode";
import { argumentNames } from "../code/argument-names";
import { isJsonMediaType, type ResolvedOperation } from "../operations";
import { callLines, codeExample, importLines } from "./code-example";
import { contentKind } from "../code/types";
import { bytesOf } from "./bytes";
import { exampleOf, ownExample } from "./example";
import type { ExampleCredentials } from "./security";
import type { CodeExample } from "./view";

/** The arguments of an example call, in the order of the docs. */
export type ExampleArguments = readonly (readonly [string, Json])[];

/** Values for an operation's arguments: all that can be sent, or those that are required. */
export function exampleArguments(
  document: OpenApiDocument,
  operation: ResolvedOperation,
  options: { onlyRequired: boolean },
): ExampleArguments {
  const names = argumentNames(operation.parameters);
  const parameters = operation.parameters.flatMap((parameter) => {
    if (options.onlyRequired && parameter.required !== true) return [];
    const value = parameterExample(document, parameter);
    const isSendable = parameter.content !== undefined || !isNested(value);
    return parameter.required === true || isSendable ? [[names.get(parameter)!, value] as const] : [];
  });
  const { requestBody } = operation;
  const hasBody =
    requestBody?.mediaType !== undefined && (requestBody.value.required === true || !options.onlyRequired);
  return hasBody ? [...parameters, ["body", bodyArgument(document, operation)] as const] : parameters;
}

/** Whether a value holds a list or an object in another, which no style can write (OpenAPI 3.1.1, Style Values). */
function isNested(value: Json): boolean {
  const isCompound = (part: Json): boolean => typeof part === "object" && part !== null;
  return isCompound(value) && Object.values(value as object).some(isCompound);
}

/** A parameter's own example, else one that its schema gives. */
export function parameterExample(document: OpenApiDocument, parameter: Parameter): Json {
  const content = Object.values(parameter.content ?? {})[0];
  const own = ownExample(document, parameter) ?? (content && ownExample(document, content));
  return own?.value ?? exampleOf(document, parameter.schema ?? content?.schema, "request");
}

/** The request body's own example, else one that its schema gives. */
export function bodyExample(
  document: OpenApiDocument,
  { requestBody }: ResolvedOperation,
): { title: string | undefined; value: Json } | undefined {
  if (requestBody?.mediaType === undefined) return undefined;
  const content = requestBody.value.content[requestBody.mediaType]!;
  return ownExample(document, content) ?? { title: undefined, value: exampleOf(document, content.schema, "request") };
}

/** The body as a call takes it: a value that is sent as JSON or a form, a string, or bytes. */
function bodyArgument(document: OpenApiDocument, operation: ResolvedOperation): Json {
  const mediaType = operation.requestBody!.mediaType!;
  const own = bodyExample(document, operation)!.value;
  if (isJsonMediaType(mediaType) || /^application\/x-www-form-urlencoded/i.test(mediaType)) return own;
  const { schema } = operation.requestBody!.value.content[mediaType]!;
  if (/^multipart\//i.test(mediaType)) return exampleOf(document, schema, "request", { withBytes: true });
  return contentKind(mediaType) === "binary" ? bytesOf(mediaType) : typeof own === "string" ? own : "text";
}

/** Whether an operation has inputs that a call may leave out. */
export function hasOptionalInputs({ parameters, requestBody }: ResolvedOperation): boolean {
  return (
    parameters.some(({ required }) => required !== true) ||
    (requestBody?.mediaType !== undefined && requestBody.value.required !== true)
  );
}

export interface ExampleContext {
  readonly packageName: string;
  readonly operationId: string;
  /** `client.audiences.get` */
  readonly call: string;
  readonly credentials: ExampleCredentials;
  /** What `baseUrl` must be; `undefined`: the package's own will do. */
  readonly baseUrl: string | undefined;
}

/** A complete program: makes a client, calls, prints what came, or why nothing did. */
export function callExample(context: ExampleContext, args: ExampleArguments): CodeExample {
  return codeExample([
    ...prologue(context),
    "try {",
    ...callLines(`const data = await ${context.call}`, args, ";", 2),
    "  console.log(data);",
    "} catch (error) {",
    `  console.error(${stringLiteral(`${context.operationId} failed:`)}, error);`,
    "}",
  ]);
}

/** The same call without exceptions. */
export function safeExample(context: ExampleContext, args: ExampleArguments): CodeExample {
  return codeExample([
    ...prologue(context),
    ...callLines(`const result = await ${context.call.replace(/^client\./, "client.safe.")}`, args, ";", 0),
    "if (result.ok) {",
    "  console.log(result.data);",
    "} else {",
    "  console.error(result.status, result.error.message);",
    "}",
  ]);
}

/** Every item of every page. */
export function pageLoopExample(context: ExampleContext, args: ExampleArguments): CodeExample {
  return codeExample([
    ...prologue(context),
    ...callLines(`for await (const item of ${context.call}`, args, ") {", 0),
    "  console.log(item);",
    "}",
  ]);
}

/** The imports, and the client; credentials where the operation needs some. `more`: names to import besides. */
export function prologue(
  { packageName, credentials, baseUrl }: ExampleContext,
  more: readonly string[] = [],
): string[] {
  return [
    ...importLines([...more, "createClient"], packageName),
    "",
    ...constructorLines("const client = createClient", { credentials, baseUrl }),
    "",
  ];
}

export function baseUrlOption(baseUrl: string | undefined): string[] {
  return baseUrl === undefined ? [] : [`baseUrl: ${stringLiteral(baseUrl)}`];
}

/** A call with the options that a client needs, on one line where it fits. */
export function constructorLines(
  before: string,
  { credentials, baseUrl }: Pick<ExampleContext, "credentials" | "baseUrl">,
): string[] {
  const options = [...credentials.options, ...baseUrlOption(baseUrl)];
  if (options.length === 0) return [`${before}();`];
  const flat = `${before}({ ${options.join(", ")} });`;
  return flat.length <= 80 ? [flat] : [`${before}({`, ...options.map((option) => `  ${option},`), "});"];
}
