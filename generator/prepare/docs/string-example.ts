import type { SchemaObject } from "../../openapi";
import { compilePattern } from "../../pattern";
import { patternExample } from "./pattern-example";

/** A text that a schema takes: by its format, else an ordinary one, else one made of its pattern. */
export function stringExample({ format, pattern, minLength = 0, maxLength = Infinity }: SchemaObject): string {
  const own = format === undefined ? undefined : formats.get(format);
  const ordinary = [own ?? "string", "1234567890"].map((text) => ofLength(text, minLength, maxLength));
  if (pattern === undefined) return ordinary[0]!;
  const compiled = compilePattern(pattern);
  const found = compiled && ordinary.find((text) => compiled.test(text));
  return found ?? patternExample(pattern, minLength, maxLength) ?? ordinary[0]!;
}

/** No text is made longer than this, whatever a document asks for. */
const longest = 1000;

function ofLength(text: string, minLength: number, maxLength: number): string {
  const least = Math.min(minLength, longest);
  return text.padEnd(least, text.at(-1)).slice(0, Math.max(least, Math.min(maxLength, text.length)));
}

/** Values of RFC 3339 and its like; the day is nobody's. */
const formats = new Map([
  ["date-time", "2020-01-01T00:00:00Z"],
  ["date", "2020-01-01"],
  ["time", "00:00:00Z"],
  ["email", "name@example.com"],
  ["uri", "https://example.com"],
  ["url", "https://example.com"],
  ["uuid", "00000000-0000-4000-8000-000000000000"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
  ["hostname", "example.com"],
  ["byte", "AA=="],
]);
