import { checkHeaders } from "./options.js";
import type { Operation, ParameterDescriptor } from "./operation.js";
import { serializeCookie, serializeHeader, serializePath, serializeQuery, wrong } from "./serialize.js";

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
export function requestParts(operation: Operation, args: Arguments): RequestParts {
  let path = operation.path;
  const query: string[] = [];
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const parameter of operation.parameters ?? []) {
    const key = parameter.argument ?? parameter.name;
    const value = Object.hasOwn(args, key) ? args[key] : undefined;
    if (parameter.in === "path") path = path.replaceAll(`{${parameter.name}}`, () => segment(parameter, value));
    else if (value === undefined || value === null) continue;
    else if (parameter.in === "query") query.push(serializeQuery(parameter, value));
    else if (parameter.in === "header") headers[parameter.name] = serializeHeader(parameter, value);
    else cookies.push(serializeCookie(parameter, value));
  }
  if (cookies.length > 0) headers["Cookie"] = cookies.join("; ");
  return { path, query: query.filter((part) => part !== "").join("&"), headers: checkHeaders(headers) };
}

/** A value is exactly one segment: an empty one, or one of dots, would make the path that of another operation. */
function segment(parameter: ParameterDescriptor, value: unknown): string {
  if (value === undefined || value === null) throw wrong(parameter, "is missing");
  if (typeof value === "string" && /^(\.|%2e){1,2}$/i.test(value)) throw wrong(parameter, "must not be a dot segment");
  const text = serializePath(parameter, value);
  if (text === "" || (Array.isArray(value) && value.length === 0)) throw wrong(parameter, "must not be empty");
  return text;
}
