import type { Json, OpenApiDocument, Parameter } from "../../openapi";
import { stringLiteral } from "../encode";
import { argumentNames } from "../code/argument-names";
import { isJsonMediaType, type ResolvedOperation } from "../operations";
import { callLines, codeExample } from "./code-example";
import { exampleOf, ownExample } from "./example";
import type { CodeExample } from "./view";

/** The arguments of an example call, in the order of the docs. */
export type ExampleArguments = readonly (readonly [string, Json])[];

/** Values for an operation's arguments: all, or those that are required. Files have no literal; a call with one is written out. */
export function exampleArguments(
  document: OpenApiDocument,
  operation: ResolvedOperation,
  options: { onlyRequired: boolean },
): ExampleArguments {
  const names = argumentNames(operation.parameters);
  const parameters = operation.parameters
    .filter((parameter) => parameter.required === true || !options.onlyRequired)
    .map((parameter) => [names.get(parameter)!, parameterExample(document, parameter)] as const);
  const { requestBody } = operation;
  const hasBody =
    requestBody?.mediaType !== undefined && (requestBody.value.required === true || !options.onlyRequired);
  return hasBody ? [...parameters, ["body", bodyExample(document, operation)!.value] as const] : parameters;
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

/** Whether an operation has inputs that a call may leave out. */
export function hasOptionalInputs({ parameters, requestBody }: ResolvedOperation): boolean {
  return (
    parameters.some(({ required }) => required !== true) ||
    (requestBody?.mediaType !== undefined && requestBody.value.required !== true)
  );
}

interface ExampleContext {
  readonly packageName: string;
  readonly operationId: string;
  /** `client.audiences.get` */
  readonly call: string;
  readonly isAnonymous: boolean;
  readonly hasBaseUrl: boolean;
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

/** The import, and the client; a token where the operation needs one. */
function prologue({ packageName, isAnonymous, hasBaseUrl }: ExampleContext): string[] {
  const options = [
    ...(isAnonymous ? [] : ["accessToken: process.env.ACCESS_TOKEN"]),
    ...(hasBaseUrl ? [] : ['baseUrl: "https://api.example.com"']),
  ];
  const client =
    options.length > 1
      ? ["const client = createClient({", ...options.map((option) => `  ${option},`), "});"]
      : [`const client = createClient(${options.length === 0 ? "" : `{ ${options[0]!} }`});`];
  return [`import { createClient } from ${stringLiteral(packageName)};`, "", ...client, ""];
}

/** Whether every part of the arguments has a literal: bytes have none. */
export function isLiteral({ requestBody }: ResolvedOperation): boolean {
  const mediaType = requestBody?.mediaType;
  return (
    mediaType === undefined ||
    isJsonMediaType(mediaType) ||
    /^(text\/|application\/x-www-form-urlencoded)/i.test(mediaType)
  );
}
