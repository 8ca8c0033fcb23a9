/** What is neither a letter, a digit nor a mark, or has no place in an identifier, as `½` and `⃝` (ECMA-262, IdentifierPart). */
const between = /(?:[^\p{L}\p{N}\p{M}]|(?!\p{ID_Continue}).)+/su;

/** The words of a name in any spelling: `audiences_create_custom`, `audiences/createCustom`, `HTTPServer2` → its words. */
export function words(name: string): string[] {
  return name
    .normalize("NFC")
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(between)
    .filter((word) => word !== "");
}

/** `createCustom` */
export function camelCase(parts: readonly string[]): string {
  const pascal = pascalCase(parts);
  const first = parts[0];
  return first === undefined ? pascal : first.toLowerCase() + pascal.slice(first.length);
}

/** `CreateCustom`; a word in capitals keeps only the first, so that the words stay apart. */
export function pascalCase(parts: readonly string[]): string {
  return parts.map((word) => capitalise(word)).join("");
}

/** `create-custom`, in ASCII, for file names; empty where no ASCII letter or digit is left. */
export function kebabCase(parts: readonly string[]): string {
  return parts
    .map((word) => word.toLowerCase().replace(/[^a-z0-9]/g, ""))
    .filter((word) => word !== "")
    .join("-");
}

function capitalise(word: string): string {
  const [first = "", ...rest] = Array.from(word);
  const tail = rest.join("");
  return first.toUpperCase() + (/\p{Ll}/u.test(tail) ? tail : tail.toLowerCase());
}
