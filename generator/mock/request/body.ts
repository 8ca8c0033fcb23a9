import type { Json, MediaType, Schema } from "../../openapi";
import { isJsonMediaType, type ResolvedOperation } from "../../prepare/operations";
import { Refusal } from "../answer/answer";
import { itemsIn, memberIn, partsOf, typesIn } from "../validation/parts";
import type { Schemas } from "../validation/schemas";
import { coerceText } from "./coerce";
import { headerOf, type ReceivedRequest } from "./received-request";

export interface ReadBody {
  /** `undefined`: there is none, or it is of a media type that is not looked into. */
  readonly value: Json | undefined;
  readonly problems: readonly string[];
}

/** The body as its media type says, asked by its schema. Throws a `Refusal` where it can't be looked at: 413, 415. */
export async function readBody(
  schemas: Schemas,
  { requestBody }: ResolvedOperation,
  request: ReceivedRequest,
): Promise<ReadBody> {
  if (request.body === undefined) throw new Refusal(413, ["the request body is longer than this server takes"]);
  if (requestBody === undefined) return { value: undefined, problems: [] };
  if (request.body.length === 0 && headerOf(request, "content-type") === undefined) {
    return { value: undefined, problems: requestBody.value.required === true ? ["the request body is missing"] : [] };
  }
  const contentType = headerOf(request, "content-type") ?? "";
  const content = chooseContent(requestBody.value.content, contentType);
  if (content === undefined) {
    const wanted = Object.keys(requestBody.value.content).join(", ");
    throw new Refusal(415, [`the request body must be ${wanted}`], { accept: wanted });
  }
  if ((headerOf(request, "content-encoding") ?? "identity") !== "identity")
    throw new Refusal(415, ["the request body must not be compressed"], { "accept-encoding": "identity" });
  return parseBody(schemas, content, contentType, request.body);
}

/** The media type that a request's own fits: the same one, else a range (`image/*`), else any. */
function chooseContent(content: Readonly<Record<string, MediaType>>, contentType: string): MediaType | undefined {
  const own = essence(contentType);
  const ranges = [own, `${own.split("/")[0]!}/*`, "*/*"];
  const keys = ranges.map((range) => Object.keys(content).find((key) => essence(key) === range));
  const key = keys.find((found) => found !== undefined);
  return key === undefined ? undefined : content[key];
}

/** `text/plain` of `Text/Plain; charset=utf-8`. */
function essence(mediaType: string): string {
  return mediaType.split(";")[0]!.trim().toLowerCase();
}

async function parseBody(
  schemas: Schemas,
  mediaType: MediaType,
  contentType: string,
  bytes: Buffer,
): Promise<ReadBody> {
  const { schema } = mediaType;
  if (isJsonMediaType(contentType)) return checked(schemas, schema, parseJson(bytes));
  if (/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType))
    return checked(schemas, schema, await parseForm(schemas, mediaType, contentType, bytes));
  if (/^text\/(plain|csv|html)\b/i.test(contentType)) return checked(schemas, schema, bytes.toString("utf8"));
  return { value: undefined, problems: [] };
}

function checked(schemas: Schemas, schema: Schema | undefined, value: Json | undefined): ReadBody {
  if (value === undefined) return { value, problems: ["the request body can't be read as its content type says"] };
  return { value, problems: schemas.problems(schema, "request", value, "the request body") };
}

function parseJson(bytes: Buffer): Json | undefined {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}

/** Fields as members: JSON where a field is said to be an object, a list of all fields of a name where it is said to be one. */
async function parseForm(
  schemas: Schemas,
  { schema }: MediaType,
  contentType: string,
  bytes: Buffer,
): Promise<Json | undefined> {
  const fields = await formFields(contentType, bytes);
  if (fields === undefined) return undefined;
  const parts = partsOf(schemas.document, schema);
  const names = [...new Set(fields.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name): [string, Json] => {
      const texts = fields.filter(([own]) => own === name).map(([, text]) => text);
      return [name, fieldValue(schemas, memberIn(parts, name), texts)];
    }),
  );
}

function fieldValue(schemas: Schemas, schema: Schema | undefined, texts: readonly string[]): Json {
  const { document } = schemas;
  const parts = partsOf(document, schema);
  if (typesIn(parts).has("array")) return texts.map((text) => fieldValue(schemas, itemsIn(parts), [text]));
  const text = texts.at(-1)!;
  if (typesIn(parts).has("object")) return parseJson(Buffer.from(text)) ?? text;
  const typed = coerceText(document, schema, text, "typed");
  return schemas.fits(schema, "request", typed) ? typed : coerceText(document, schema, text, "text");
}

/** Names and texts; of a file its bytes, one character each. */
async function formFields(contentType: string, bytes: Buffer): Promise<[string, string][] | undefined> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } }).formData();
    const fields: [string, string | Blob][] = [];
    form.forEach((value, name) => fields.push([name, value]));
    return await Promise.all(
      fields.map(async ([name, value]): Promise<[string, string]> => [
        name,
        typeof value === "string" ? value : Buffer.from(await value.arrayBuffer()).toString("latin1"),
      ]),
    );
  } catch {
    return undefined;
  }
}
