import Negotiator from "negotiator";
import type { Header, Json, MediaType, OpenApiDocument, Schema } from "../../openapi";
import { exampleOf, ownExample } from "../../prepare/docs/example";
import {
  isJsonMediaType,
  preferredMediaType,
  type ResolvedOperation,
  type ResolvedResponse,
} from "../../prepare/operations";
import { dereference } from "../../references";
import { headerOf, type ReceivedRequest } from "../request/received-request";
import { Refusal, type Answer } from "./answer";

/** A response of the document, and the status that it is sent with. */
export interface ChosenResponse {
  readonly status: number;
  readonly response: ResolvedResponse;
}

/** The response for when all went well: the lowest 2xx, `2XX` or `default` as 200, else the first that is no error. */
export function successOf({ responses }: ResolvedOperation): ChosenResponse | undefined {
  const sorted = [...responses].sort((a, b) => (a.status < b.status ? -1 : 1));
  const exact = sorted.find(({ status }) => /^2\d\d$/.test(status));
  if (exact !== undefined) return { status: Number(exact.status), response: exact };
  const range =
    responses.find(({ status }) => /^2xx$/i.test(status)) ?? responses.find(({ status }) => status === "default");
  if (range !== undefined) return { status: 200, response: range };
  const other = sorted.find(({ status }) => /^[13]\d\d$/.test(status) && status !== "101");
  return other && { status: Number(other.status), response: other };
}

/** The response that a status has in the document: its own, its range, `default`. */
export function responseFor({ responses }: ResolvedOperation, status: number): ResolvedResponse | undefined {
  const range = `${String(status)[0]!}XX`;
  return (
    responses.find((own) => own.status === String(status)) ??
    responses.find((own) => own.status.toUpperCase() === range) ??
    responses.find((own) => own.status === "default")
  );
}

/** The JSON part of a response. */
export function jsonContent(response: ResolvedResponse | undefined): MediaType | undefined {
  const mediaType = preferredMediaType(response?.value.content);
  return mediaType !== undefined && isJsonMediaType(mediaType) ? response!.value.content![mediaType] : undefined;
}

/** The value of a media type: its own example, else one that its schema gives. */
export function exampleValue(document: OpenApiDocument, mediaType: MediaType): Json {
  return ownExample(document, mediaType)?.value ?? exampleOf(document, mediaType.schema, "response");
}

/** An answer as the document has it: its media type by the request's Accept, its headers; `value` in place of the example of JSON. */
export function answerWith(
  document: OpenApiDocument,
  request: ReceivedRequest,
  { status, response }: ChosenResponse,
  value?: Json,
): Answer {
  const headers = exampleHeaders(document, response.value.headers ?? {});
  const { content = {} } = response.value;
  if (Object.keys(content).length === 0 || status === 204 || status === 304) return { status, headers, body: "" };
  const mediaType = negotiate(request, Object.keys(content));
  const body = value === undefined || !isJsonMediaType(mediaType) ? exampleValue(document, content[mediaType]!) : value;
  const contentType = /^text\/\*/.test(mediaType)
    ? "text/plain"
    : mediaType.includes("*")
      ? "application/json"
      : mediaType;
  return { status, headers: { ...headers, "content-type": contentType }, body: bodyText(contentType, body) };
}

/** The first that the request accepts, JSON being first where the request has no wish. Throws a `Refusal`, 406. */
function negotiate(request: ReceivedRequest, mediaTypes: readonly string[]): string {
  const preferred = preferredMediaType(Object.fromEntries(mediaTypes.map((key) => [key, true])))!;
  const ordered = [preferred, ...mediaTypes.filter((key) => key !== preferred)];
  if (ordered.some((key) => key.includes("*"))) return preferred;
  const accept = headerOf(request, "accept") ?? "*/*";
  const found = new Negotiator({ headers: { accept } }).mediaType(ordered.map(withoutParameters));
  if (found === undefined) throw new Refusal(406, [`there is nothing but ${ordered.join(", ")}`]);
  return ordered.find((key) => withoutParameters(key) === found)!;
}

function withoutParameters(mediaType: string): string {
  return mediaType.split(";")[0]!.trim();
}

function bodyText(contentType: string, value: Json): string {
  if (isJsonMediaType(contentType)) return JSON.stringify(value);
  if (/json(l|-seq|-lines)|ndjson/i.test(contentType)) return `${JSON.stringify(value)}\n`;
  if (/^text\/event-stream/i.test(contentType)) return `data: ${asText(value)}\n\n`;
  if (/^application\/x-www-form-urlencoded/i.test(contentType) && typeof value === "object" && value !== null)
    return new URLSearchParams(
      Object.entries(value).map(([key, member]): [string, string] => [key, asText(member)]),
    ).toString();
  if (/[/+]xml\b/i.test(contentType) && typeof value !== "string") return "<example/>";
  return asText(value);
}

function asText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Headers that the document promises, as `simple` writes them. */
function exampleHeaders(
  document: OpenApiDocument,
  headers: NonNullable<ResolvedResponse["value"]["headers"]>,
): Record<string, string> {
  const names = Object.keys(headers).filter(
    (name) => !/^(content-type|content-length|transfer-encoding|connection)$/i.test(name),
  );
  return Object.fromEntries(
    names.map((name) => {
      const header = dereference<Header>(document, headers[name]!);
      const schema: Schema | undefined = header.schema ?? Object.values(header.content ?? {})[0]?.schema;
      const value = ownExample(document, header)?.value ?? exampleOf(document, schema, "response");
      return [name.toLowerCase(), headerText(value)];
    }),
  );
}

/** Only what a header can hold. */
function headerText(value: Json): string {
  const text = Array.isArray(value) ? value.map(asText).join(",") : asText(value);
  return text.replace(/[^\t\x20-\x7e]/g, "?");
}
