/**
 * One encoder for each kind of place that text from a document can land in. A place has one encoder, whatever field the
 * text came from; a template prints nothing that has not been through one of them. (Markdown has its own: docs/markdown.ts.)
 */
import type { Json } from "../openapi";

/** Characters that show nothing or change how the text around them reads: controls, format characters, line separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Of several lines: but the ends of these. */
const invisibleInLine = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Nothing in it needs an escape but what JSON escapes: what most texts are, and quickly seen. */
const plainAscii = /^[\x20-\x7e]*$/;
const plainLines = /^[\n\x20-\x7e]*$/;

const lineBreak = /\r\n|[\n\r\u2028\u2029\u0085]/;

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A double-quoted string literal of TypeScript and JSON; everything invisible is written as an escape. */
export function stringLiteral(text: string): string {
  const literal = JSON.stringify(text);
  return plainAscii.test(literal) ? literal : literal.replace(invisible, escapeCodeUnits);
}

/** A property key of a type or an object literal: bare when it can be. `__proto__` is computed, for it would set the prototype. */
export function propertyKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return identifier.test(name) ? name : stringLiteral(name);
}

/** A JSON value as a TypeScript literal, on one line; the formatter breaks it. */
export function jsonLiteral(value: Json): string {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(jsonLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${propertyKey(key)}: ${jsonLiteral(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/**
 * The lines of a block comment, each with its asterisk (`* text`, `*`), to be printed after ` `.
 * Neutralised: the comment's end, tags of TSDoc and directives of compilers (`@…`), source map lines.
 */
export function commentLines(text: string): string[] {
  return text.split(lineBreak).map((line) => `* ${commentText(line)}`.trimEnd());
}

/** Text on one line of a comment. */
export function commentText(line: string): string {
  const visible = plainAscii.test(line) ? line : line.replaceAll("\t", " ").replace(invisible, "");
  return visible
    .replaceAll("*/", "*\\/")
    .replace(/(^\s*|\{)@(?=\w)/g, "$1\\@")
    .replace(/([#@]\s*source)(MappingURL|URL)/gi, "$1 $2")
    .trimEnd();
}

function escapeCodeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  ).join("");
}

/** A JSON value as a JSON text on several lines; everything invisible is written as an escape. */
export function jsonText(value: unknown): string {
  return escapeInvisible(JSON.stringify(value, null, 2));
}

/** Source text of TypeScript or JSON whose invisible characters stand only in string literals and comments, with those escaped. */
export function escapeInvisible(source: string): string {
  return plainLines.test(source) ? source : source.replace(invisibleInLine, escapeCodeUnits);
}
