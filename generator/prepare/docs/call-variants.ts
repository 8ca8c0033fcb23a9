import type { Json, ParameterLocation } from "../../openapi";
import { argumentNames } from "../code/argument-names";
import { stringLiteral } from "../encode";
import { isPlainJson, type ResolvedOperation } from "../operations";
import { codeExample, objectLines, width } from "./code-example";
import { prologue, type ExampleArguments, type ExampleContext } from "./operation-examples";
import type { CodeExample } from "./view";

/**
 * The same call by openapi-fetch's own client. `false` where that would need a serializer of the caller's: bodies that are not JSON,
 * cookies, parameters described by a media type.
 */
export function rawExample(
  context: ExampleContext,
  operation: ResolvedOperation,
  args: ExampleArguments,
): CodeExample | false {
  const init = rawInit(operation, args);
  return init !== undefined && codeExample([...prologue(context), ...rawCall(operation, init), ...rawOutcome]);
}

type Entries = readonly (readonly [string, Json])[];

function rawInit({ parameters, requestBody }: ResolvedOperation, args: ExampleArguments): Entries | undefined {
  const values = new Map(args);
  const names = argumentNames(parameters);
  const given = parameters.filter((parameter) => values.has(names.get(parameter)!));
  const isJson = isPlainJson(requestBody?.mediaType ?? "");
  if (values.has("body") && !isJson) return undefined;
  if (given.some(({ in: location, content }) => location === "cookie" || content !== undefined)) return undefined;
  const inLocation = (location: ParameterLocation): [string, Json][] =>
    given
      .filter((parameter) => parameter.in === location)
      .map((parameter) => [parameter.name, values.get(names.get(parameter)!)!]);
  const groups = (["path", "query", "header"] as const)
    .map((location) => [location, Object.fromEntries(inLocation(location))] as const)
    .filter(([, group]) => Object.keys(group).length > 0);
  const body = values.get("body");
  return [
    ...(groups.length === 0 ? [] : [["params", Object.fromEntries(groups)] as const]),
    ...(body === undefined ? [] : [["body", body] as const]),
  ];
}

/** Laid out as prettier leaves it: the path stays on the first line where it fits. */
function rawCall({ method, path }: ResolvedOperation, init: Entries): string[] {
  const head = `const { data, error, response } = await client.raw.${method.toUpperCase()}(`;
  const literal = stringLiteral(path);
  if (init.length === 0) {
    const flat = `${head}${literal});`;
    return flat.length <= width ? [flat] : [head, `  ${literal},`, ");"];
  }
  if (`${head}${literal}, {`.length <= width) {
    const lines = objectLines(init, 0);
    return [`${head}${literal}, ${lines[0]!}`, ...lines.slice(1, -1), `${lines.at(-1)!});`];
  }
  const lines = objectLines(init, 2);
  return [head, `  ${literal},`, `  ${lines[0]!}`, ...lines.slice(1, -1), `${lines.at(-1)!},`, ");"];
}

const rawOutcome = [
  "if (response.ok) {",
  "  console.log(data);",
  "} else {",
  "  console.error(response.status, error);",
  "}",
];

/** The same call with limits of time, and a signal that ends it. */
export function timedExample(context: ExampleContext, args: ExampleArguments): CodeExample {
  const [first, ...rest] = `${objectLines(args, 4).join("\n")},`.split("\n");
  return codeExample([
    ...prologue(context, ["TimeoutError"]).slice(0, -1),
    "const controller = new AbortController();",
    "",
    "try {",
    `  const data = await ${context.call}(`,
    `    ${first!}`,
    ...rest,
    "    { signal: controller.signal, timeoutMs: 10_000, deadlineMs: 60_000 },",
    "  );",
    "  console.log(data);",
    "} catch (error) {",
    "  // After controller.abort() it is an AbortError.",
    "  if (!(error instanceof TimeoutError)) throw error;",
    "  console.error(error.message);",
    "}",
  ]);
}
