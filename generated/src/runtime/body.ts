import { InvalidArgumentError } from "./errors.js";
import type { UntypedInit } from "./openapi-fetch.js";
import type { BodyDescriptor } from "./operation.js";

/** What `fetch` takes as a body, by the name that every runtime's types know it by. */
type Content = NonNullable<RequestInit["body"]>;

/** Bytes as a caller may have them. */
export type BinaryBody = Blob | ArrayBuffer | Extract<Content, ArrayBufferView> | ReadableStream<Uint8Array>;

/** What openapi-fetch is told of a body. */
export type EncodedBody = Pick<UntypedInit, "body" | "bodySerializer" | "headers" | "duplex">;

/** A body as it is sent, and what it is. */
export function encoded(body: Content, contentType: string): EncodedBody {
  return {
    body,
    bodySerializer: () => body,
    headers: { "Content-Type": contentType },
    // A stream is sent while it is made (Fetch, RequestInit).
    ...(body instanceof ReadableStream && { duplex: "half" }),
  };
}

/** A body as JSON. Throws an `InvalidArgumentError` for one that it can't be; so do the others. */
export function encodeJson({ mediaType }: BodyDescriptor, body: unknown): EncodedBody {
  return encoded(jsonText(body), mediaType);
}

/** A text or bytes, as they are. What the document leaves open (`image/*`) is the Blob's own type, that of a text, or none in particular. */
export function encodeContent({ mediaType }: BodyDescriptor, body: unknown): EncodedBody {
  if (typeof body !== "string" && !isBinary(body)) throw wrongBody("must be a string, or bytes");
  const own = (body as Partial<Blob>).type || (typeof body === "string" ? "text/plain" : "application/octet-stream");
  return encoded(body, mediaType.includes("*") ? own : mediaType);
}

function isBinary(body: unknown): body is BinaryBody {
  return isBytes(body) || body instanceof ReadableStream;
}

/** Bytes that are all there. */
export function isBytes(value: unknown): value is Exclude<BinaryBody, ReadableStream> {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** A value as JSON; there is none of `undefined`, a function, a big integer, an object that holds itself. */
export function jsonText(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // Said below, without the value.
  }
  if (text === undefined) throw wrongBody("has no form in JSON");
  return text;
}

/** The error of a request body; the value is not repeated. */
export function wrongBody(what: string): InvalidArgumentError {
  return new InvalidArgumentError("body", what);
}
