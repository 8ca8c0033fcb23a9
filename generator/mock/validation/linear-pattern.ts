import { RE2JS } from "re2js";

/** As much of a `RegExp` as ajv uses; it takes two that print the same for one. */
interface Pattern {
  test(text: string): boolean;
  toString(): string;
}

/**
 * A pattern of the document as RE2 runs it: in time that grows with the text alone, whatever the pattern. What RE2 has not
 * (look-around, back references) is not checked, and takes every text; `unsupportedPatterns` names those.
 */
function compilePattern(pattern: string): Pattern {
  const compiled = translate(pattern);
  return { test: (text) => compiled?.matcher(text).find() ?? true, toString: () => pattern };
}

/** The engine as ajv asks for one; `code` is for validators that are written to files, which ours are not. */
export const linearPattern = Object.assign(compilePattern, { code: "" });

/** Patterns of a document that RE2 can't run, in document order. */
export function unsupportedPatterns(value: unknown): string[] {
  const found = new Set<string>();
  collect(value, found);
  return [...found].filter((pattern) => translate(pattern) === undefined);
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "pattern" && typeof member === "string") found.add(member);
    else if (key !== "example" && key !== "examples" && key !== "default") collect(member, found);
  }
}

function translate(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern));
  } catch {
    return undefined;
  }
}
