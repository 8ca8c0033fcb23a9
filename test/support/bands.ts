/** A text with a ruled heading above each part, to be read without opening anything else. */
export function bands(parts: readonly (readonly [heading: string, text: string])[]): string {
  return parts.map(([heading, text]) => `${rule(heading)}\n${text.trimEnd()}\n`).join("\n");
}

/** A snapshot serializer that prints a text as it is. */
export const raw = {
  test: (value: unknown): boolean => typeof value === "string",
  serialize: (value: unknown): string => value as string,
};

function rule(heading: string): string {
  return `==== ${heading} `.padEnd(100, "=");
}
