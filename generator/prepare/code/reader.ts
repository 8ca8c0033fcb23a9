import { isJsonMediaType, isPlainJson, type ResolvedOperation, type ResolvedResponse } from "../operations";
import { stringLiteral } from "../encode";
import { contentKind } from "./types";

/** How the runtime reads the body of a 2xx answer: one of its functions; `false`: there is none to read. */
export type Reader = "readAny" | "readBlob" | "readJson" | "readText" | false;

const readers = { json: "readJson", text: "readText", binary: "readBlob" } as const;

/** What a call may be answered with when it succeeds: the declared 2xx; where there are none, `default` (OpenAPI, Responses Object). */
export function successesOf(responses: readonly ResolvedResponse[]): ResolvedResponse[] {
  const declared = responses.filter(({ status }) => status.startsWith("2"));
  return declared.length > 0 ? declared : responses.filter(({ status }) => status === "default");
}

/** By the media types that the document declares; by what the answer says it is where they differ, or there is no declaration. */
export function readerOf({ responses }: ResolvedOperation): Reader {
  const successes = successesOf(responses);
  const mediaTypes = mediaTypesOf(successes);
  if (mediaTypes.length === 0) return successes.length === 0 && "readAny";
  const kinds = new Set(mediaTypes.map((mediaType) => readers[contentKind(mediaType)]));
  const isOpen = mediaTypes.some((mediaType) => mediaType.includes("*"));
  return kinds.size === 1 && !isOpen ? [...kinds][0]! : "readAny";
}

/** What the client asks for (RFC 9110, 12.5.1), where that is not plain JSON alone. */
export function acceptLiteral({ responses }: ResolvedOperation): string | false {
  const asked = [...new Set(successesOf(responses).flatMap(askedOf))];
  if (asked.every((mediaType) => isPlainJson(mediaType) || mediaType.startsWith("*"))) return false;
  const json = asked.some(isPlainJson) ? [] : ["application/json;q=0.9"];
  return stringLiteral([...asked, ...json, "*/*;q=0.8"].join(", "));
}

/** Plain JSON where it is one of several, else any JSON, else all. */
function askedOf({ value, mediaType }: ResolvedResponse): string[] {
  const mediaTypes = Object.keys(value.content ?? {});
  if (mediaType === undefined || !isJsonMediaType(mediaType)) return mediaTypes;
  return isPlainJson(mediaType) ? [mediaType] : mediaTypes.filter(isJsonMediaType);
}

function mediaTypesOf(responses: readonly ResolvedResponse[]): string[] {
  return responses.flatMap(({ value }) => Object.keys(value.content ?? {}));
}
