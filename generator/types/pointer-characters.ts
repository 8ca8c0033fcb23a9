/**
 * openapi-typescript puts names into JSON pointers and reads them as URI fragments: a `%` is decoded, a `#/` begins another pointer. On the
 * way through it such characters are written with `^`, which means nothing to it and can't be part of an identifier.
 */
const codes: Readonly<Record<string, string>> = { "%": "^p", "#": "^h", "^": "^c" };

/** A string of the document, on its way in. */
export function hidePointerCharacters(text: string): string {
  return text.replace(/[%#^]/g, (character) => codes[character]!);
}

/** What was printed, on its way out. */
export function showPointerCharacters(text: string): string {
  return text.replace(/\^[phc]/g, (code) => Object.keys(codes).find((character) => codes[character] === code)!);
}

/** A reference, whose `#` and percent-encoding are its own; a bare name where a mapping has one. */
export function hideInReference(reference: string): string {
  if (!reference.startsWith("#")) return hidePointerCharacters(reference);
  return `#${hidePointerCharacters(decodeURIComponent(reference.slice(1)))}`;
}
