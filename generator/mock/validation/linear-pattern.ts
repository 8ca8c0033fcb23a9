import { compilePattern } from "../../pattern";

/**
 * A pattern of the document as ajv asks for one; it takes two that print the same for one. What can't be run is not checked, and takes
 * every text; `unsupportedPatterns` names those. `code` is for validators that are written to files, which ours are not.
 */
export const linearPattern = Object.assign(
  (pattern: string): { test(text: string): boolean; toString(): string } => {
    const compiled = compilePattern(pattern);
    return { test: (text) => compiled?.test(text) ?? true, toString: () => pattern };
  },
  { code: "" },
);

/** Patterns of a document that RE2 can't run, in document order. */
export function unsupportedPatterns(value: unknown): string[] {
  const found = new Set<string>();
  collect(value, found);
  return [...found].filter((pattern) => compilePattern(pattern) === undefined);
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "pattern" && typeof member === "string") found.add(member);
    else if (key !== "example" && key !== "examples" && key !== "default") collect(member, found);
  }
}
