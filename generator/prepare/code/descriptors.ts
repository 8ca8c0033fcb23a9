import type { Encoding, Json, OpenApiDocument, Parameter } from "../../openapi";
import { partHeaders } from "../../part-headers";
import { jsonLiteral } from "../encode";
import { isJsonMediaType } from "../operations";
import type { ResolvedOperation } from "../operations";
import { argumentNames } from "./argument-names";
import { valueType } from "./value-type";

/** The runtime's functions that a descriptor may name. A file imports those that its descriptors need. */
const functions = [
  "encodeBasic",
  "encodeContent",
  "encodeJson",
  "encodeMultipart",
  "encodeUrlencoded",
  "primitiveText",
  "putCookie",
  "putHeader",
  "putKeyInCookie",
  "putKeyInHeader",
  "putKeyInQuery",
  "serializeStyled",
] as const;
type RuntimeFunction = (typeof functions)[number];

/** The defaults of a Parameter Object's `style` (OpenAPI, Parameter Object); what equals them is left out. */
const defaultStyle = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

/** What the runtime must know of each parameter to send it: `[{ name: "order", in: "query" }]`; `false`: there is none. */
export function parametersLiteral(document: OpenApiDocument, { parameters }: ResolvedOperation): string | false {
  const names = argumentNames(parameters);
  const literals = parameters.map((parameter) => parameterLiteral(document, parameter, names.get(parameter)!));
  return literals.length > 0 && `[${literals.join(", ")}]`;
}

function parameterLiteral(document: OpenApiDocument, parameter: Parameter, argument: string): string {
  const style = parameter.style ?? defaultStyle[parameter.in];
  const explode = parameter.explode ?? style === "form";
  const mediaType = Object.keys(parameter.content ?? {})[0];
  const type = mediaType === undefined ? valueType(document, parameter.schema) : undefined;
  const how = {
    ...(style === defaultStyle[parameter.in] ? {} : { style }),
    // Of a primitive it says nothing.
    ...(type === undefined || explode === (style === "form") ? {} : { explode }),
    ...(parameter.allowReserved && parameter.in === "query" ? { allowReserved: true } : {}),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(type === undefined ? {} : { type }),
  };
  const { name, in: location } = parameter;
  const descriptor = { name, in: location, ...(argument === name ? {} : { argument }), ...how };
  const isPlain = Object.keys(how).length === 0;
  return literalWith(descriptor, {
    ...(!isPlain && { serialize: "serializeStyled" }),
    ...(isPlain && location === "header" && { serialize: "primitiveText" }),
    ...(location === "header" && { put: "putHeader" }),
    ...(location === "cookie" && { put: "putCookie" }),
  });
}

/** How the request body is sent: its media type, the function for it, what `encoding` says; `false`: there is none. */
export function bodyLiteral(document: OpenApiDocument, { requestBody }: ResolvedOperation): string | false {
  if (requestBody?.mediaType === undefined) return false;
  const { mediaType } = requestBody;
  const encode = encoderOf(mediaType);
  const parts = Object.entries(requestBody.value.content[mediaType]?.encoding ?? {})
    .map(([name, part]) => [name, encodingDescriptor(document, part, encode)] as const)
    .filter(([, part]) => Object.keys(part).length > 0);
  const encoding = parts.length === 0 ? {} : { encoding: Object.fromEntries(parts) };
  return literalWith({ mediaType, ...encoding }, { encode });
}

function encoderOf(mediaType: string): RuntimeFunction {
  if (isJsonMediaType(mediaType)) return "encodeJson";
  if (/^multipart\//i.test(mediaType)) return "encodeMultipart";
  return /^application\/x-www-form-urlencoded\b/i.test(mediaType) ? "encodeUrlencoded" : "encodeContent";
}

/**
 * Either styles or a content type (OpenAPI 3.1.1, Encoding Object): one explicit style member brings the others' defaults with it,
 * and the content type is ignored. In 3.0 styles are of `application/x-www-form-urlencoded` alone.
 */
function encodingDescriptor(
  document: OpenApiDocument,
  encoding: Encoding,
  encoder: RuntimeFunction,
): Record<string, Json> {
  const { contentType, style, explode, allowReserved } = encoding;
  const isMultipart = encoder === "encodeMultipart";
  if (encoder !== "encodeUrlencoded" && !isMultipart) return {};
  const fixed = isMultipart ? partHeaders(document, encoding).filter(([, text]) => text !== undefined) : [];
  const withHeaders = fixed.length === 0 ? {} : { headers: Object.fromEntries(fixed) as Record<string, string> };
  const isStyled = style !== undefined || explode !== undefined || allowReserved !== undefined;
  if (isStyled && !(isMultipart && document.openapi.startsWith("3.0"))) {
    const ownExplode = explode === undefined ? {} : { explode };
    return { style: style ?? "form", ...ownExplode, ...(allowReserved ? { allowReserved } : {}), ...withHeaders };
  }
  const type = contentType?.split(",")[0]?.trim();
  return { ...(type && printable.test(type) && !type.includes("*") ? { contentType: type } : {}), ...withHeaders };
}

const printable = /^[\x20-\x7e]+$/;

/** An object literal with further members, whose values are functions of the runtime. */
export function literalWith(value: Record<string, Json>, members: Readonly<Record<string, RuntimeFunction>>): string {
  const named = Object.entries(members).map(([key, name]) => `, ${key}: ${name}`);
  return `${jsonLiteral(value).replace(/ }$/, "")}${named.join("")} }`;
}

/** The functions that literals of descriptors name; what stands in their strings does not count. */
export function functionsNamed(literals: readonly (string | false)[]): RuntimeFunction[] {
  const code = literals.map((literal) => (literal || "").replace(/"(?:[^"\\]|\\.)*"/g, "")).join("\n");
  return functions.filter((name) => new RegExp(`: ${name}\\b`).test(code));
}
