import type { Json } from "../../openapi";

/** Stands for bytes in an example of code, which writes a `Blob`; no text of a document holds this character. */
const mark = "\u0000";

/** Bytes for a body of a media type. Of a range (`image/*`) only the caller can say which type it is. */
export function bytesOf(mediaType: string): string {
  return mediaType.includes("*") ? `${mark}${concreteMediaType(mediaType)}` : mark;
}

export function isBytes(value: Json): value is string {
  return typeof value === "string" && value.startsWith(mark);
}

/** The type that bytes say they are of; empty where the document says it. */
export function typeOfBytes(bytes: string): string {
  return bytes.slice(mark.length);
}

/** A media type of a range; one that is no range itself. */
export function concreteMediaType(mediaType: string): string {
  const [type = ""] = mediaType.split("/");
  return mediaType.includes("*") ? (ordinary.get(type.toLowerCase()) ?? "application/octet-stream") : mediaType;
}

const ordinary = new Map([
  ["audio", "audio/mpeg"],
  ["font", "font/woff2"],
  ["image", "image/png"],
  ["text", "text/plain"],
  ["video", "video/mp4"],
]);
