import { InvalidArgumentError } from "./errors.js";
import type { BodyDescriptor } from "./operation.js";

/** Bytes as a caller may have them. */
export type BinaryBody = Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

/** What `fetch` takes as a body, by the name that every runtime's types know it by. */
type Content = NonNullable<RequestInit["body"]>;

/** A body as `fetch` takes it, and its content type; none for a form of parts, whose boundary `fetch` makes. */
export interface EncodedBody {
  readonly content: Content;
  readonly contentType: string | null;
}

/** Encodes a body as its media type says. Throws an `InvalidArgumentError` for one that it can't be. */
export function encodeBody({ mediaType, encoding = {} }: BodyDescriptor, body: unknown): EncodedBody {
  if (/[/+]json\s*(;|$)/i.test(mediaType)) return { content: jsonOf(body), contentType: mediaType };
  if (/^multipart\/form-data/i.test(mediaType)) return { content: formOf(body, encoding), contentType: null };
  if (/^application\/x-www-form-urlencoded/i.test(mediaType)) {
    return { content: new URLSearchParams(fieldsOf(body)).toString(), contentType: mediaType };
  }
  return { content: body as Content, contentType: mediaType.includes("*") ? "application/octet-stream" : mediaType };
}

function jsonOf(body: unknown): string {
  const text = JSON.stringify(body) as string | undefined;
  if (text === undefined) throw new InvalidArgumentError("body", "body has no form in JSON");
  return text;
}

/** A field a member; a list repeats its field; what is no text or file is sent as JSON (Media Type Object, multipart). */
function formOf(body: unknown, encoding: NonNullable<BodyDescriptor["encoding"]>): FormData {
  const form = new FormData();
  for (const [name, value] of membersOf(body)) {
    for (const item of Array.isArray(value) ? value : [value])
      form.append(name, partOf(item, encoding[name]?.contentType));
  }
  return form;
}

function partOf(item: unknown, contentType: string | undefined): Blob | string {
  if (item instanceof Blob) return item;
  const text = typeof item === "object" ? JSON.stringify(item) : `${item as string | number | boolean}`;
  if (contentType !== undefined) return new Blob([text], { type: contentType });
  return typeof item === "object" ? new Blob([text], { type: "application/json" }) : text;
}

function fieldsOf(body: unknown): [string, string][] {
  return membersOf(body).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item): [string, string] => [
      name,
      typeof item === "object" ? JSON.stringify(item) : String(item),
    ]),
  );
}

function membersOf(body: unknown): [string, unknown][] {
  if (typeof body !== "object" || body === null) throw new InvalidArgumentError("body", "body must be an object");
  return Object.entries(body).filter(([, value]) => value !== undefined && value !== null);
}
