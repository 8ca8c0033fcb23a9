import type { Json, MediaType, OpenApiDocument } from "../../openapi";
import type { ResolvedOperation } from "../../prepare/operations";
import { memberIn, memberNames, partsOf, typesIn } from "../validation/parts";
import type { Schemas } from "../validation/schemas";
import { jsonAnswer, type Answer, type Refusal } from "./answer";
import { exampleValue, jsonContent, responseFor } from "./response-of";

/** Members that say what went wrong, and that say the status, by how often APIs call them so. */
const messageNames = [
  "message",
  "detail",
  "error_description",
  "error_message",
  "errorMessage",
  "description",
  "reason",
  "title",
  "msg",
  "error",
];
const statusNames = ["status", "code", "statusCode", "status_code", "error_code", "errorCode"];

/**
 * A refusal in the shape that the document has for it: the response of that status, of its range, or `default`, with the sentences
 * in its message. A path that is no operation's is answered as the first operation would. Where the document has none: RFC 9457.
 */
export function refusalAnswer(
  schemas: Schemas,
  operations: readonly ResolvedOperation[],
  operation: ResolvedOperation | undefined,
  { status, message, headers }: Refusal,
): Answer {
  const candidates = operation === undefined ? operations : [operation];
  const response = candidates.map((own) => responseFor(own, status)).find((own) => jsonContent(own) !== undefined);
  const content = jsonContent(response);
  if (response === undefined || content === undefined)
    return jsonAnswer(
      status,
      { title: "Refused", status, detail: message },
      { "content-type": "application/problem+json", ...headers },
    );
  const isOwn = response.status === String(status);
  const mediaType = Object.keys(response.value.content!).find((key) => response.value.content![key] === content)!;
  const value = refusalValue(schemas, content, message, isOwn ? undefined : status);
  return jsonAnswer(status, value, { "content-type": mediaType, ...headers });
}

/** The example of the error, with what is wrong now in it, as far as its schema takes that. */
function refusalValue(schemas: Schemas, content: MediaType, message: string, status: number | undefined): Json {
  const example = exampleValue(schemas.document, content);
  if (typeof example !== "object" || example === null || Array.isArray(example)) return example;
  const { document } = schemas;
  const messageName = firstOf(document, content, example, messageNames, ["string"]);
  const statusName = firstOf(document, content, example, statusNames, ["integer", "number"]);
  const members = [
    ...(messageName === undefined ? [] : [[messageName, message] as const]),
    ...(statusName === undefined || status === undefined ? [] : [[statusName, status] as const]),
  ];
  return members.reduce<Json>((value, [name, member]) => {
    const next = { ...(value as Record<string, Json>), [name]: member };
    return schemas.fits(content.schema, "response", next) ? next : value;
  }, example);
}

/** The first of some names that the error has with one of some types. */
function firstOf(
  document: OpenApiDocument,
  { schema }: MediaType,
  example: Record<string, Json>,
  names: readonly string[],
  types: readonly string[],
): string | undefined {
  const parts = partsOf(document, schema);
  const own = new Set([...memberNames(parts), ...Object.keys(example)]);
  return names.find((name) => {
    if (!own.has(name)) return false;
    const said = typesIn(partsOf(document, memberIn(parts, name)));
    return said.size === 0 ? types.includes(typeof example[name]) : types.some((type) => said.has(type));
  });
}
