import { InvalidArgumentError } from "./errors.js";
import type { ParameterDescriptor } from "./operation.js";

/** What is serialized by a style: a parameter, or a field of a form. */
export interface Styled extends Omit<ParameterDescriptor, "in" | "serialize"> {
  readonly in: string;
}

/** One `name=value`, not encoded: the values are joined by the style's delimiter. */
export type Pair = readonly [name: string, values: readonly string[]];

/** A primitive in the default style of a path, a query or a cookie: what nearly every parameter is. */
export function serializePrimitive(parameter: ParameterDescriptor, value: unknown): string {
  const text = encode(primitiveText(parameter, value));
  return parameter.in === "path" ? text : `${encode(parameter.name)}=${text}`;
}

/** Any value in any style (OpenAPI 3.1.1, Style Values; RFC 6570). `undefined`: an empty list or object, which is not sent. */
export function serializeStyled(parameter: Styled, given: unknown): string | undefined {
  const { in: location, mediaType, style = "", allowReserved } = parameter;
  const value = mediaType === undefined ? given : contentText(parameter, mediaType, given);
  if (location === "header") return simple(parameter, value, String, ",");
  if (location === "path") return pathText(parameter, value);
  const encodeValue = allowReserved ? encodeReserved : encode;
  const delimiter = encodedDelimiters[style] ?? ",";
  const pairs = pairsOf(parameter, value).map(
    ([name, values]) => `${encode(name)}=${values.map(encodeValue).join(delimiter)}`,
  );
  // In a cookie it is `; ` that stands between pairs, whatever the style's name says (OpenAPI 3.1.1, Appendix D).
  return pairs.length === 0 ? undefined : pairs.join(location === "cookie" ? "; " : "&");
}

/** Neither delimiter may stand in a query as it is (OpenAPI 3.1.1, Appendix E). */
const encodedDelimiters: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/** The pairs of `form`, `spaceDelimited`, `pipeDelimited` and `deepObject`. */
export function pairsOf(parameter: Styled, value: unknown): Pair[] {
  const { name, style = "form", explode = style === "form" } = parameter;
  const entries = entriesOf(parameter, value);
  if (style === "deepObject") {
    if (!isObject(value)) throw wrong(parameter, "must be an object");
    return entries.map(([member, text]) => [`${name}[${member}]`, [text]]);
  }
  if (explode) return entries.map(([member, text]) => [member, [text]]);
  return entries.length === 0 ? [] : [[name, isObject(value) ? entries.flat() : entries.map(([, text]) => text)]];
}

/** `simple`, `label` (`.5`) or `matrix` (`;id=5`). */
function pathText(parameter: Styled, value: unknown): string | undefined {
  const { name, style, explode = false } = parameter;
  const text = simple(parameter, value, encode, style === "label" && explode ? "." : ",");
  if (!text) return undefined;
  if (style === "label") return `.${text}`;
  if (style !== "matrix") return text;
  const entries = explode
    ? entriesOf(parameter, value).map(([member, item]) => [member, encode(item)] as const)
    : [[name, text] as const];
  return entries.map(([member, item]) => `;${encode(member)}${item && `=${item}`}`).join("");
}

/** `a,b`; of an object `k,v,l,w`, exploded `k=v,l=w`. */
function simple(
  parameter: Styled,
  value: unknown,
  encodeText: (text: string) => string,
  separator: string,
): string | undefined {
  const inside = parameter.explode ? "=" : separator;
  const texts = entriesOf(parameter, value).map((entry) =>
    (isObject(value) ? entry : entry.slice(1)).map(encodeText).join(inside),
  );
  return texts.length === 0 ? undefined : texts.join(separator);
}

/** The texts of a primitive or a list under the parameter's name, or an object's members; null is left out (RFC 6570, 2.3). */
function entriesOf(parameter: Styled, value: unknown): [name: string, text: string][] {
  const { name, type } = parameter;
  if (typeof value !== "object") return [[name, primitiveText(parameter, value)]];
  const isList = Array.isArray(value);
  if (type !== "any" && type !== (isList ? "array" : "object"))
    throw wrong(parameter, isList ? "must not be a list" : "must not be an object");
  return Object.entries(value ?? {})
    .filter(([, item]) => item !== undefined && item !== null)
    .map(([member, item]) => [isList ? name : member, primitiveText(parameter, item)]);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && !Array.isArray(value);
}

/** The text of a value that a media type describes: JSON, or the primitive itself. */
function contentText(parameter: Styled, mediaType: string, value: unknown): string {
  return /[/+]json\b/i.test(mediaType) ? JSON.stringify(value) : primitiveText(parameter, value);
}

/** A string, a finite number, a boolean or a big integer as text. Half of a surrogate pair has no form in UTF-8. */
export function primitiveText(parameter: Styled, value: unknown): string {
  const isText = /^(string|boolean|bigint)$/.test(typeof value) && !/\p{Cs}/u.test(String(value));
  if (!isText && !Number.isFinite(value))
    throw wrong(parameter, "must be well-formed text, a finite number or a boolean");
  return String(value);
}

/** The error of a parameter's value; the value is not repeated. */
export function wrong({ in: location, name, argument = name }: Styled, what: string): InvalidArgumentError {
  return new InvalidArgumentError(argument, what, `the ${location} parameter `);
}

/** All but the unreserved characters (RFC 6570, 3.2.1): of `!'()*`, too. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Reserved characters and percent-encoded triples stay (RFC 6570, 3.2.3), but `#`, which would end the query. */
function encodeReserved(text: string): string {
  return encodeURI(text)
    .replace(/%5B|%5D|%25(?=[\da-f]{2})/gi, decodeURIComponent)
    .replaceAll("#", "%23");
}
