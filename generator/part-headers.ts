import type { Encoding, Header, OpenApiDocument, Schema } from "./openapi";
import { dereference, schemaOf } from "./references";

const printable = /^[\x20-\x7e]+$/;
const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * The headers of a part of a multipart body (Encoding Object, `headers`; its `Content-Type` is said elsewhere), each with the one value that
 * it may have; `undefined`: another value may be meant, which a caller has no place to give.
 */
export function partHeaders(document: OpenApiDocument, { headers = {} }: Encoding): [string, string | undefined][] {
  return Object.entries(headers)
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .map(([name, header]) => {
      const text = onlyText(document, dereference<Header>(document, header).schema);
      return [name, text !== undefined && headerName.test(name) && printable.test(text) ? text : undefined];
    });
}

function onlyText(document: OpenApiDocument, schema: Schema | undefined): string | undefined {
  const value = schemaOf(document, schema);
  if (typeof value !== "object") return undefined;
  const only = value.const ?? (value.enum?.length === 1 ? value.enum[0] : undefined);
  return typeof only === "string" || typeof only === "number" || typeof only === "boolean" ? String(only) : undefined;
}
