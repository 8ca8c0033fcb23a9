import type { Operation, ParameterDescriptor } from "./operation.js";
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
    const { name, in: location } = parameter;
    const text = textOf(parameter, args);
    if (location === "path") path = path.replaceAll(`{${name}}`, () => text || missing(parameter));
    else if (text === undefined) continue;
    else if (location === "query") query.push(text);
    else if (location === "header") headers.push([name, checkHeader(parameter, text)]);
    else cookies.push(text);
  }
  checkSegments(template, path, parameters);
  if (cookies.length > 0) headers.push(["Cookie", cookies.join("; ")]);
  return { path, query: query.join("&"), headers: Object.fromEntries(headers) };
}

/** What is sent of a parameter; `undefined`: nothing. */
function textOf(parameter: ParameterDescriptor, args: Arguments): string | undefined {
  const { name, argument = name, serialize = serializePrimitive } = parameter;
  const value = Object.hasOwn(args, argument) ? args[argument] : undefined;
  return value === undefined || value === null ? undefined : serialize(parameter, value);
}

/** Without a value the path would be that of another operation. */
function missing(parameter: ParameterDescriptor): never {
  throw wrong(parameter, "must not be empty, null or undefined");
}

/** A header's value stays on its line and has a byte a character (RFC 9110, 5.5). */
function checkHeader(parameter: ParameterDescriptor, text: string): string {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) throw wrong(parameter, "must be one line of Latin-1");
  return text;
}

/** The finished path has a segment for each of its template, and none that leads elsewhere: `..`, once or more decoded. */
function checkSegments(template: string, path: string, parameters: readonly ParameterDescriptor[]): void {
  if (!/\/(\.|%(25)*2e)/i.test(path)) return;
  const templates = template.split("/");
  path.split("/").forEach((segment, index) => {
    if (!/^(\.|%(25)*2e){1,2}$/i.test(segment)) return;
    const parameter = parameters.find(({ name }) => templates[index]?.includes(`{${name}}`));
    if (parameter) throw wrong(parameter, "must not make a dot segment");
  });
}
