import type { Json } from "../../openapi";
import { propertyKey, stringLiteral } from "../encode";
import { isBytes, typeOfBytes } from "./bytes";
import type { CodeExample } from "./view";

/** Lines as the text of a fenced block. */
export function codeExample(lines: readonly string[]): CodeExample {
  return { text: lines.join("\n") };
}

/** The width of code in the docs. */
export const width = 80;

/** A value as TypeScript, laid out as prettier leaves it; `indent`: columns before its line, `before`: columns before the value. */
export function literalLines(value: Json, indent: number, before: number): string[] {
  if (Array.isArray(value)) return arrayLines(value, indent, before);
  if (typeof value === "object" && value !== null) return objectLines(Object.entries(value), indent);
  if (isBytes(value)) return [blobLiteral(typeOfBytes(value))];
  return [typeof value === "string" ? stringLiteral(value) : JSON.stringify(value)];
}

function blobLiteral(type: string): string {
  return type === "" ? 'new Blob(["bytes"])' : `new Blob(["bytes"], { type: ${stringLiteral(type)} })`;
}

/** An object with a member a line. */
export function objectLines(entries: readonly (readonly [string, Json])[], indent: number): string[] {
  if (entries.length === 0) return ["{}"];
  return [
    "{",
    ...entries.flatMap(([key, value]) => memberLines(propertyKey(key), value, indent + 2)),
    `${" ".repeat(indent)}}`,
  ];
}

function memberLines(key: string, value: Json, indent: number): string[] {
  const pad = " ".repeat(indent);
  const lines = literalLines(value, indent, indent + key.length + 2);
  const fits = indent + key.length + 2 + (lines[0]?.length ?? 0) + 1 <= width;
  if (typeof value === "string" && !fits && key.length > 2) return [`${pad}${key}:`, `${pad}  ${lines[0]!},`];
  return [`${pad}${key}: ${lines[0]!}`, ...lines.slice(1)].map((line, index, all) =>
    index === all.length - 1 ? `${line},` : line,
  );
}

/** On one line where it fits and holds nothing that is broken itself. */
function arrayLines(items: readonly Json[], indent: number, before: number): string[] {
  const pad = " ".repeat(indent + 2);
  const inner = items.map((item) => literalLines(item, indent + 2, indent + 2));
  const flat = `[${inner.map((lines) => lines[0]).join(", ")}]`;
  if (inner.every((lines) => lines.length === 1) && before + flat.length + 1 <= width) return [flat];
  return [
    "[",
    ...inner.flatMap((lines) =>
      [`${pad}${lines[0]!}`, ...lines.slice(1)].map((line, index) => (index === lines.length - 1 ? `${line},` : line)),
    ),
    `${" ".repeat(indent)}]`,
  ];
}

/** `await client.audiences.get({ … });` with what stands before and after; `indent` columns in. */
export function callLines(
  before: string,
  entries: readonly (readonly [string, Json])[],
  after: string,
  indent: number,
): string[] {
  const pad = " ".repeat(indent);
  if (entries.length === 0) return [`${pad}${before}()${after}`];
  const lines = objectLines(entries, indent);
  return [`${pad}${before}(${lines[0]!}`, ...lines.slice(1, -1), `${lines.at(-1)!})${after}`];
}

/** An import, on one line where it fits. */
export function importLines(names: readonly string[], module: string): string[] {
  const flat = `import { ${names.join(", ")} } from ${stringLiteral(module)};`;
  if (flat.length <= width) return [flat];
  return ["import {", ...names.map((name) => `  ${name},`), `} from ${stringLiteral(module)};`];
}
