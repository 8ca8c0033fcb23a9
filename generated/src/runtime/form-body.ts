import { encoded, isBytes, jsonText, wrongBody, type EncodedBody } from "./body.js";
import type { BodyDescriptor, EncodingDescriptor } from "./operation.js";
import { pairsOf, primitiveText, serializeStyled, type Styled } from "./serialize.js";

/** One property of a form, or one item of a property that is a list. */
interface Field {
  readonly name: string;
  readonly value: string | Blob;
  readonly contentType?: string | undefined;
}

/** `application/x-www-form-urlencoded`: `a=x+y&b=1&b=2`. */
export function encodeUrlencoded(descriptor: BodyDescriptor, body: unknown): EncodedBody {
  const texts = propertiesOf(descriptor, body).map(({ styled, value, ...property }) => {
    if (styled) return serializeStyled(styled, value);
    const fields = fieldsOf({ ...property, value }).map((field): [string, string] => {
      if (typeof field.value !== "string") throw wrongBody(`must have no bytes in ${field.name}`);
      return [field.name, field.value];
    });
    return new URLSearchParams(fields).toString();
  });
  return encoded(texts.filter(Boolean).join("&"), descriptor.mediaType);
}

/**
 * `multipart/*`, its parts named as in `multipart/form-data` (RFC 7578). Not by the runtime's FormData, which says of a part in
 * JSON that it is a file, has no headers for a part, and changes the line breaks of a text.
 */
export function encodeMultipart(descriptor: BodyDescriptor, body: unknown): EncodedBody {
  const boundary = crypto.getRandomValues(new Uint32Array(4)).join("");
  const parts = propertiesOf(descriptor, body).flatMap(({ styled, ...property }) => {
    const fields = styled ? styledFields(styled, property.value) : fieldsOf(property);
    return fields.flatMap((field) => [
      `--${boundary}\r\n${headOf(field, property.encoding.headers)}\r\n\r\n`,
      field.value,
      "\r\n",
    ]);
  });
  return encoded(new Blob([...parts, `--${boundary}--\r\n`]), `${descriptor.mediaType}; boundary=${boundary}`);
}

function headOf({ name, value, contentType }: Field, headers: EncodingDescriptor["headers"]): string {
  const file = typeof value === "string" ? "" : `; filename="${quoted((value as Partial<File>).name ?? "blob")}"`;
  return [
    `Content-Disposition: form-data; name="${quoted(name)}"${file}`,
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
    ...Object.entries(headers ?? {}).map(([header, text]) => `${header}: ${text}`),
  ].join("\r\n");
}

/** As browsers write the name of a part (HTML, Multipart form data). */
function quoted(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}

/** A property that has a value. `styled`: with a style it is sent as a query parameter would be (Encoding Object, `style`). */
interface Property {
  readonly name: string;
  readonly value: unknown;
  readonly encoding: EncodingDescriptor;
  readonly styled: Styled | undefined;
}

function propertiesOf({ encoding = {} }: BodyDescriptor, body: unknown): Property[] {
  if (typeof body !== "object" || body === null) throw wrongBody("must be an object");
  return Object.entries(body)
    .filter(([, value]) => isPresent(value))
    .map(([name, value]: [string, unknown]) => {
      const own = encoding[name] ?? {};
      const styled = own.style === undefined ? undefined : ({ ...fieldNamed(name), ...own, type: "any" } as const);
      return { name, value, encoding: own, styled };
    });
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function fieldNamed(name: string): Styled {
  return { name, in: "body", argument: `body.${name}` };
}

const delimiters: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

/** In a part nothing is percent-encoded (OpenAPI 3.1.1, Appendix E). */
function styledFields(styled: Styled, value: unknown): Field[] {
  const delimiter = delimiters[styled.style ?? ""] ?? ",";
  return pairsOf(styled, value).map(([name, values]) => ({ name, value: values.join(delimiter) }));
}

/** Without a style, by content type, a field for each item of a list: a primitive is text, an object JSON, bytes what they are. */
function fieldsOf({ name, value, encoding: { contentType } }: Omit<Property, "styled">): Field[] {
  const items = (Array.isArray(value) ? value : [value]) as unknown[];
  return items.filter(isPresent).map((item) => {
    if (isBytes(item)) {
      const blob = item instanceof Blob ? item : new Blob([item]);
      return { name, value: blob, contentType: blob.type || (contentType ?? "application/octet-stream") };
    }
    const type = contentType ?? (typeof item === "object" ? "application/json" : undefined);
    const isJson = /[/+]json\b/i.test(type ?? "");
    return { name, value: isJson ? jsonText(item) : primitiveText(fieldNamed(name), item), contentType: type };
  });
}
