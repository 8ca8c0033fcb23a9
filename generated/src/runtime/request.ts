import { InvalidArgumentError } from "./errors.js";
import type { Operation, ParameterDescriptor } from "./operation.js";
import { serializePrimitive, wrong } from "./serialize.js";

/** The arguments of a call: a member for each parameter, and `body`. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The parts of a request that come from the arguments. */
export interface RequestParts {
  path: string;
  /** `name=value` each. */
  readonly query: string[];
  readonly headers: Record<string, string>;
}

/** Puts every argument where its parameter says. Throws an `InvalidArgumentError` that names the first that can't be sent. */
export function requestParts({ path, parameters = [] }: Operation, args: Arguments): RequestParts {
  const parts: RequestParts = { path, query: [], headers: {} };
  for (const parameter of parameters) {
    const { name, argument = name, serialize = serializePrimitive, put } = parameter;
    const value = Object.hasOwn(args, argument) ? args[argument] : undefined;
    const text = value === undefined || value === null ? undefined : serialize(parameter, value);
    if (parameter.in === "path") {
      parts.path = parts.path.split(`{${name}}`).join(text);
      if (!text || leadsElsewhere.test(parts.path)) throw wrong(parameter, "must not be empty or a dot segment");
    } else if (text !== undefined) {
      if (put) put(parts, parameter, text);
      else parts.query.push(text);
    }
  }
  return parts;
}

/** A dot segment, once or more decoded: with it, or without a value, a path would be that of another operation. */
const leadsElsewhere = /\/(\.|%(25)*2e){1,2}(\/|$)/i;

/** Where the text of a header parameter goes. */
export function putHeader({ headers }: RequestParts, parameter: ParameterDescriptor, text: string): void {
  if (!isHeaderValue(text)) throw wrong(parameter, "must be one line of Latin-1");
  // Not assigned: any name may be that of a header, `__proto__` too.
  Object.defineProperty(headers, parameter.name, { value: text, enumerable: true });
}

/** Where the text of a cookie parameter goes: beside the others (RFC 6265, 4.2.1). */
export function putCookie({ headers }: RequestParts, _: ParameterDescriptor, text: string): void {
  headers["Cookie"] = headers["Cookie"] === undefined ? text : `${headers["Cookie"]}; ${text}`;
}

/** Headers whose names are tokens and whose values stay on their line. The message does not repeat a value. */
export function checkHeaders(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries<unknown>(headers))
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || typeof value !== "string" || !isHeaderValue(value))
      throw new InvalidArgumentError("headers", `can't hold ${JSON.stringify(name)}`);
  return headers;
}

/** A header's value has a byte a character, and no line break (RFC 9110, 5.5). */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}
