import { InvalidArgumentError } from "./errors.js";
import type { ParameterDescriptor } from "./operation.js";

type Scalar = string | number | boolean | bigint;

/** `[name, value]` pairs of one parameter, encoded; how they are joined is the location's matter. */
type Encode = (value: string) => string;

/** A value as it stands in a query string: `order=DESCENDING`, `id=1&id=2`, `filter[name]=x` (OpenAPI, Style Values). */
export function serializeQuery(parameter: ParameterDescriptor, value: unknown): string {
  const { name, style = "form", explode = style === "form", mediaType } = parameter;
  const encode = parameter.allowReserved ? encodeReserved : encodeURIComponent;
  const key = encodeURIComponent(name);
  if (mediaType !== undefined) return `${key}=${encode(contentOf(parameter, value))}`;
  if (style === "deepObject") {
    return entriesOf(parameter, value)
      .map(([member, item]) => `${encodeURIComponent(`${name}[${member}]`)}=${encode(item)}`)
      .join("&");
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => encode(scalarOf(parameter, item)));
    return explode ? items.map((item) => `${key}=${item}`).join("&") : `${key}=${items.join(delimiters[style] ?? ",")}`;
  }
  if (typeof value === "object") {
    const entries = entriesOf(parameter, value);
    if (explode) return entries.map(([member, item]) => `${encodeURIComponent(member)}=${encode(item)}`).join("&");
    return `${key}=${entries.flatMap(([member, item]) => [encode(member), encode(item)]).join(delimiters[style] ?? ",")}`;
  }
  return `${key}=${encode(scalarOf(parameter, value))}`;
}

/** What stands between the items of a list that is not exploded; encoded, for neither may stand in a query as it is. */
const delimiters: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/** A value as one segment of a path: `simple`, `label` (`.5`) or `matrix` (`;id=5`). */
export function serializePath(parameter: ParameterDescriptor, value: unknown): string {
  const { name, style = "simple", explode = false, mediaType } = parameter;
  if (mediaType !== undefined) return encodeURIComponent(contentOf(parameter, value));
  const text = simple(parameter, value, encodeURIComponent, style === "label" && explode ? "." : ",");
  if (style === "label") return `.${text}`;
  if (style !== "matrix") return text;
  const key = encodeURIComponent(name);
  if (!explode || typeof value !== "object") return `;${key}=${text}`;
  if (Array.isArray(value))
    return value.map((item) => `;${key}=${encodeURIComponent(scalarOf(parameter, item))}`).join("");
  return entriesOf(parameter, value)
    .map(([member, item]) => `;${encodeURIComponent(member)}=${encodeURIComponent(item)}`)
    .join("");
}

/** A value as a header has it: not percent-encoded. */
export function serializeHeader(parameter: ParameterDescriptor, value: unknown): string {
  return parameter.mediaType === undefined ? simple(parameter, value, String, ",") : contentOf(parameter, value);
}

/** A value as a cookie has it: `session=abc`. */
export function serializeCookie(parameter: ParameterDescriptor, value: unknown): string {
  const { name } = parameter;
  if (parameter.mediaType !== undefined) return `${name}=${encodeURIComponent(contentOf(parameter, value))}`;
  return `${name}=${simple({ ...parameter, explode: false }, value, encodeURIComponent, ",")}`;
}

/** RFC 6570's simple expansion: `a,b`; of an object `k,v,l,w`, exploded `k=v,l=w`. */
function simple(parameter: ParameterDescriptor, value: unknown, encode: Encode, separator: string): string {
  if (Array.isArray(value)) return value.map((item) => encode(scalarOf(parameter, item))).join(separator);
  if (typeof value !== "object" || value === null) return encode(scalarOf(parameter, value));
  const entries = entriesOf(parameter, value);
  if (parameter.explode) return entries.map(([key, item]) => `${encode(key)}=${encode(item)}`).join(separator);
  return entries.flatMap(([key, item]) => [encode(key), encode(item)]).join(separator);
}

function contentOf(parameter: ParameterDescriptor, value: unknown): string {
  return /[/+]json\b/i.test(parameter.mediaType ?? "") ? JSON.stringify(value) : scalarOf(parameter, value);
}

/** Own members that have a value, each a scalar. */
function entriesOf(parameter: ParameterDescriptor, value: unknown): [string, string][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(parameter, "must be an object");
  return Object.entries(value)
    .filter(([, item]) => item !== undefined && item !== null)
    .map(([key, item]) => [key, scalarOf(parameter, item)]);
}

function scalarOf(parameter: ParameterDescriptor, value: unknown): string {
  if (!isScalar(value)) throw wrong(parameter, "must be a string, a finite number or a boolean");
  const text = String(value);
  // Half of a surrogate pair has no form in UTF-8.
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text))
    throw wrong(parameter, "is not well-formed text");
  return text;
}

function isScalar(value: unknown): value is Scalar {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" || typeof value === "boolean" || typeof value === "bigint";
}

/** The error of a parameter's value; the value is not repeated. */
export function wrong(parameter: ParameterDescriptor, what: string): InvalidArgumentError {
  const argument = parameter.argument ?? parameter.name;
  return new InvalidArgumentError(argument, `the ${parameter.in} parameter ${argument} ${what}`);
}

/** RFC 3986's reserved characters stay, but `#`, which would end the query. */
function encodeReserved(value: string): string {
  return encodeURI(value).replaceAll("%5B", "[").replaceAll("%5D", "]").replaceAll("#", "%23");
}
