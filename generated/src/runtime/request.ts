import type { Operation } from "./operation.js";
import { serializePrimitive, wrong } from "./serialize.js";

/** The arguments of a call: a member for each parameter, and `body`. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The parts of a request that come from the arguments. */
export interface RequestParts {
  readonly path: string;
  /** Without the question mark; empty where there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Puts every argument where its parameter says. Throws an `InvalidArgumentError` that names the first that can't be sent. */
export function requestParts({ path: template, parameters = [] }: Operation, args: Arguments): RequestParts {
  let path = template;
  const query: string[] = [];
  const headers: [string, string][] = [];
  const cookies: string[] = [];
  for (const parameter of parameters) {
    const { name, in: location, argument = name, serialize = serializePrimitive } = parameter;
    const value = Object.hasOwn(args, argument) ? args[argument] : undefined;
    const text = value === undefined || value === null ? undefined : serialize(parameter, value);
    if (location === "path") {
      path = path.split(`{${name}}`).join(text);
      if (!text || leadsElsewhere.test(path)) throw wrong(parameter, "must not be empty or a dot segment");
    } else if (text !== undefined) {
      if (location === "query") query.push(text);
      else if (location === "cookie") cookies.push(text);
      else if (oneLine.test(text)) headers.push([name, text]);
      else throw wrong(parameter, "must be one line of Latin-1");
    }
  }
  if (cookies.length > 0) headers.push(["Cookie", cookies.join("; ")]);
  return { path, query: query.join("&"), headers: Object.fromEntries(headers) };
}

/** A dot segment, once or more decoded: with it, or without a value, a path would be that of another operation. */
const leadsElsewhere = /\/(\.|%(25)*2e){1,2}(\/|$)/i;

/** A header's value has a byte a character (RFC 9110, 5.5). */
const oneLine = /^[\t\x20-\x7e\x80-\xff]*$/;
