import type { Json, MediaType, Parameter } from "../../generator/openapi";

/**
 * What a request must look like, written from the specifications alone: the tables of OpenAPI 3.1.1 (Style Values, Style Examples,
 * Encoding Object, Appendices D and E) and RFC 6570. It shares nothing with the runtime under test.
 */

/** Arguments by location, under their wire names. */
export interface Given {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly cookie?: Readonly<Record<string, unknown>>;
}

/** The parts of a request; or the parameter for which there must be none. */
export type Wanted =
  | { readonly path: string; readonly query: string; readonly headers: Readonly<Record<string, string>> }
  | { readonly refused: string };

type Value = string | readonly string[] | readonly (readonly [string, string])[];

export function wantedRequest(path: string, parameters: readonly Parameter[], given: Given): Wanted {
  const at = (location: Parameter["in"]) =>
    parameters
      .filter((parameter) => parameter.in === location)
      .map((parameter) => ({ parameter, value: valueOf(parameter, given[location]?.[parameter.name]) }));
  const segments = at("path");
  // The first in the document's order that can't be sent.
  const refused = segments.find(({ parameter, value }) => {
    if (isAbsent({ parameter, value })) return true;
    const around = path.split("/").find((segment) => segment.includes(`{${parameter.name}}`)) ?? "";
    const inside = segments.filter((other) => around.includes(`{${other.parameter.name}}`));
    return !inside.some(isAbsent) && isDotSegment(expand(around, inside));
  });
  if (refused) return { refused: refused.parameter.name };
  const headers = at("header").filter(({ value }) => !isEmpty(value));
  const unsendable = headers.find(({ parameter, value }) => !isHeader(headerOf(parameter, value!)));
  if (unsendable) return { refused: unsendable.parameter.name };
  const cookies = at("cookie").flatMap(({ parameter, value }) => pairsOf(parameter, value));
  return {
    path: expand(path, segments),
    query: at("query")
      .flatMap(({ parameter, value }) => pairsOf(parameter, value))
      .join("&"),
    headers: {
      ...Object.fromEntries(headers.map(({ parameter, value }) => [parameter.name, headerOf(parameter, value!)])),
      ...(cookies.length === 0 ? {} : { Cookie: cookies.join("; ") }),
    },
  };
}

/** A primitive's text, a list's texts, an object's names and texts; what RFC 6570, 2.3, calls undefined is left out. */
function valueOf(parameter: Parameter, value: unknown): Value | undefined {
  if (value === undefined || value === null) return undefined;
  const mediaType = Object.keys(parameter.content ?? {})[0];
  if (mediaType !== undefined) return mediaType.endsWith("json") ? JSON.stringify(value) : textOf(value);
  if (Array.isArray(value)) return value.filter((item) => item !== null && item !== undefined).map(textOf);
  if (typeof value !== "object") return textOf(value);
  return Object.keys(value)
    .map((name) => [name, (value as Record<string, unknown>)[name]] as const)
    .filter(([, item]) => item !== null && item !== undefined)
    .map(([name, item]) => [name, textOf(item)] as const);
}

function textOf(value: unknown): string {
  return String(value);
}

function isEmpty(value: Value | undefined): value is undefined {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A path's parameter without a value: no segment would be left of it. */
function isAbsent({ parameter, value }: { readonly parameter: Parameter; readonly value: Value | undefined }): boolean {
  return isEmpty(value) || pathOf(parameter, value) === "";
}

function isObject(value: Value): value is readonly (readonly [string, string])[] {
  return Array.isArray(value) && Array.isArray(value[0]);
}

function isExploded({ style, explode, in: location }: Parameter): boolean {
  return explode ?? (style ?? (location === "query" || location === "cookie" ? "form" : "simple")) === "form";
}

/** RFC 6570, 3.2.2 (simple), 3.2.5 (label), 3.2.7 (matrix). */
function pathOf(parameter: Parameter, value: Value): string {
  const name = unreserved(parameter.name);
  const exploded = isExploded(parameter);
  const texts = textsOf(value, exploded ? "=" : ",");
  if (texts.join(",") === "") return "";
  switch (parameter.content ? "simple" : parameter.style) {
    case "label":
      return `.${texts.join(exploded ? "." : ",")}`;
    case "matrix":
      if (!exploded || typeof value === "string") return matrix(name, texts.join(","));
      if (isObject(value)) return value.map(([key, text]) => matrix(unreserved(key), unreserved(text))).join("");
      return texts.map((text) => matrix(name, text)).join("");
    default:
      return texts.join(",");
  }
}

/** `;name` alone for an empty value (RFC 6570, 3.2.7). */
function matrix(name: string, text: string): string {
  return text === "" ? `;${name}` : `;${name}=${text}`;
}

function textsOf(value: Value, between: string, encode = unreserved): string[] {
  if (typeof value === "string") return [encode(value)];
  if (isObject(value)) return value.map(([name, text]) => encode(name) + between + encode(text));
  return value.map((text) => encode(text));
}

function expand(
  template: string,
  values: readonly { readonly parameter: Parameter; readonly value: Value | undefined }[],
): string {
  return template
    .split(/(\{[^}]*\})/)
    .map((part) => {
      const found = values.find(({ parameter }) => part === `{${parameter.name}}`);
      return found ? pathOf(found.parameter, found.value!) : part;
    })
    .join("");
}

/** WHATWG URL, "double-dot URL path segment"; and what becomes one when a server decodes once more than it should. */
function isDotSegment(segment: string): boolean {
  let text = segment;
  while (text.includes("%25")) text = text.replace("%25", "%");
  return [".", ".."].includes(text.toLowerCase().replaceAll("%2e", "."));
}

/** RFC 6570, 3.2.8 and 3.2.9 (form); OpenAPI's own `spaceDelimited`, `pipeDelimited`, `deepObject`. */
export function pairsOf(parameter: Parameter, value: Value | undefined): string[] {
  if (isEmpty(value)) return [];
  const { style, allowReserved } = parameter;
  const name = unreserved(parameter.name);
  const encode = allowReserved && parameter.in === "query" ? reserved : unreserved;
  if (typeof value === "string") return [`${name}=${encode(value)}`];
  if (style === "deepObject" && isObject(value))
    return value.map(([key, text]) => `${name}${unreserved("[")}${unreserved(key)}${unreserved("]")}=${encode(text)}`);
  if (isExploded(parameter)) {
    if (isObject(value)) return value.map(([key, text]) => `${unreserved(key)}=${encode(text)}`);
    return value.map((text) => `${name}=${encode(text)}`);
  }
  const delimiter = { spaceDelimited: "%20", pipeDelimited: "%7C" }[style ?? ""] ?? ",";
  return [`${name}=${textsOf(value, delimiter, encode).join(delimiter)}`];
}

/** RFC 6570's simple expansion without percent-encoding (OpenAPI 3.1.2, Appendix D). */
function headerOf(parameter: Parameter, value: Value): string {
  return textsOf(value, isExploded(parameter) ? "=" : ",", (text) => text).join(",");
}

/** RFC 9110, 5.5: visible characters, space, tab and octets above ASCII. */
export function isHeader(text: string): boolean {
  return Array.from(text).every((character) => {
    const code = character.codePointAt(0)!;
    return code === 9 || (code >= 32 && code !== 127 && code < 256);
  });
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

/** RFC 6570, 1.5 and 3.2.1: the octets of UTF-8, each but the unreserved as a triple. */
export function unreserved(text: string): string {
  return encoded(text, letters);
}

/** RFC 6570, 3.2.3: reserved characters and triples stay. A `#` would end the query, and is written as a triple. */
export function reserved(text: string): string {
  return text
    .split(/(%[0-9A-Fa-f]{2})/)
    .map((part, index) => (index % 2 === 1 ? part : encoded(part, `${letters}:/?[]@!$&'()*+,;=`)))
    .join("");
}

function encoded(text: string, kept: string): string {
  return [...new TextEncoder().encode(text)]
    .map((octet) => {
      const character = String.fromCharCode(octet);
      return kept.includes(character) ? character : `%${octet.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

/** A form's fields as `name`, `value` (Encoding Object; HTML's form-urlencoded for what has no style). */
export function wantedForm(media: MediaType, body: Readonly<Record<string, Json | undefined>>): string {
  return Object.entries(body)
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([name, value]) => {
      const { contentType, style, explode, allowReserved } = media.encoding?.[name] ?? {};
      if (style !== undefined || explode !== undefined || allowReserved !== undefined) {
        const parameter = { name, in: "query", style, explode, allowReserved } as Parameter;
        return pairsOf(parameter, valueOf(parameter, value));
      }
      const items = Array.isArray(value) ? value : [value];
      return items
        .filter((item) => item !== null)
        .map((item) => {
          const isJson = typeof item === "object" || contentType === "application/json";
          return `${plus(name)}=${plus(isJson ? JSON.stringify(item) : String(item))}`;
        });
    })
    .join("&");
}

/** HTML's application/x-www-form-urlencoded: space is `+`; letters, digits and `*-._` stay. */
function plus(text: string): string {
  return encoded(text, `${letters.replace("~", "")}* `).replaceAll(" ", "+");
}
