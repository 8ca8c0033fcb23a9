import type { Json } from "../../openapi";
import { argumentNames } from "../code/argument-names";
import { escapeInvisible } from "../encode";
import { visible } from "./markdown";
import { isJsonMediaType, type ResolvedOperation } from "../operations";
import { concreteMediaType, isBytes } from "./bytes";
import type { ExampleCredentials } from "./security";
import type { ExampleArguments } from "./operation-examples";

/** The same call as a shell's: one option a line, every text quoted for the shell. */
export function curlLines(
  baseUrl: string,
  operation: ResolvedOperation,
  args: ExampleArguments,
  credentials: ExampleCredentials,
): string[] {
  const values = new Map(args);
  const names = argumentNames(operation.parameters);
  const valueOf = (location: string): [name: string, value: Json][] =>
    operation.parameters
      .filter((parameter) => parameter.in === location && values.has(names.get(parameter)!))
      .map((parameter) => [parameter.name, values.get(names.get(parameter)!)!]);
  const path = valueOf("path").reduce(
    (result, [name, value]) => result.replaceAll(`{${name}}`, percentEncoded(plain(value))),
    operation.path,
  );
  const query = valueOf("query").map(([name, value]) => `${percentEncoded(name)}=${percentEncoded(plain(value))}`);
  const body = values.get("body");
  const options = [
    ...credentials.curl,
    ...valueOf("header").map(([name, value]) => `--header ${quote(`${name}: ${plain(value)}`)}`),
    ...valueOf("cookie").map(([name, value]) => `--cookie ${quote(`${name}=${plain(value)}`)}`),
    ...(body === undefined ? [] : bodyOptions(operation.requestBody!.mediaType!, body)),
  ];
  const url = `${baseUrl}${path}${query.length === 0 ? "" : `?${query.join("&")}`}`;
  return [`curl --request ${operation.method.toUpperCase()} ${quote(url)}`, ...options].map(
    (line, index, all) => `${index === 0 ? "" : "  "}${line}${index === all.length - 1 ? "" : " \\"}`,
  );
}

function bodyOptions(mediaType: string, body: Json): string[] {
  const type = `--header ${quote(`Content-Type: ${concreteMediaType(mediaType)}`)}`;
  if (isJsonMediaType(mediaType)) return [type, `--data ${quote(escapeInvisible(JSON.stringify(body)))}`];
  const fields = typeof body === "object" && body !== null && !Array.isArray(body) ? Object.entries(body) : undefined;
  if (/^multipart\/form-data/i.test(mediaType) && fields !== undefined)
    return fields.flatMap(([name, value]) =>
      [value].flat().map((item) => `--form ${quote(`${name}=${isBytes(item) ? "@file" : plain(item)}`)}`),
    );
  if (/^application\/x-www-form-urlencoded/i.test(mediaType) && fields !== undefined)
    return fields.map(([name, value]) => `--data-urlencode ${quote(`${name}=${plain(value)}`)}`);
  return [type, isBytes(body) ? "--data-binary @file" : `--data-raw ${quote(plain(body))}`];
}

function plain(value: Json): string {
  return typeof value === "string" ? value : Array.isArray(value) ? value.map(plain).join(",") : JSON.stringify(value);
}

/** Half of a surrogate pair has no form in UTF-8, and so none in a URL. */
function percentEncoded(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

/** Single quotes keep everything but themselves (POSIX shell, 2.2.2). */
function quote(value: string): string {
  return `'${visible(value).replaceAll("'", "'\\''")}'`;
}
