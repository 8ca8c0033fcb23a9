import type { Json, Parameter } from "../../openapi";
import { argumentNames } from "./argument-names";
import type { ResolvedOperation } from "../operations";

/** The defaults of a Parameter Object's `style` (OpenAPI, Parameter Object); what equals them is left out. */
const defaultStyle = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

/** What the runtime must know of each parameter to send it: `{ name: "order", in: "query" }`. */
export function parameterDescriptors(operation: ResolvedOperation): Json[] {
  const names = argumentNames(operation.parameters);
  return operation.parameters.map((parameter) => parameterDescriptor(parameter, names.get(parameter)!));
}

function parameterDescriptor(parameter: Parameter, argument: string): Json {
  const style = parameter.style ?? defaultStyle[parameter.in];
  const explode = parameter.explode ?? style === "form";
  const mediaType = Object.keys(parameter.content ?? {})[0];
  return {
    name: parameter.name,
    in: parameter.in,
    ...(argument === parameter.name ? {} : { argument }),
    ...(style === defaultStyle[parameter.in] ? {} : { style }),
    ...(explode === (style === "form") ? {} : { explode }),
    ...(parameter.allowReserved ? { allowReserved: true } : {}),
    ...(mediaType === undefined ? {} : { mediaType }),
  };
}

/** How the request body is sent: its media type, and what `encoding` says of its parts. */
export function bodyDescriptor({ requestBody }: ResolvedOperation): Json | undefined {
  if (requestBody?.mediaType === undefined) return undefined;
  const { mediaType } = requestBody;
  const encoding = requestBody.value.content[mediaType]?.encoding;
  const parts = Object.entries(encoding ?? {}).map(([name, part]) => [name, encodingDescriptor(part)]);
  return { mediaType, ...(parts.length === 0 ? {} : { encoding: Object.fromEntries(parts) as Json }) };
}

function encodingDescriptor(encoding: {
  contentType?: string;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
}): Json {
  const { contentType, style, explode, allowReserved } = encoding;
  return JSON.parse(JSON.stringify({ contentType, style, explode, allowReserved })) as Json;
}
