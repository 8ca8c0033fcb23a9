/** A link on one line to an address that may stay; what is between its brackets is words. */
const safeLink = /(?<!!)\[[^[\]`\n]+\]\((?:https?:\/\/|mailto:)[^\s()[\]<>"\\`]+\)/gi;

/** Code spans of one backtick, each on one line, and no other backtick. */
const paired = /^(?:[^`]*`[^`\s](?:[^`\n]*[^`\s])?`)*[^`]*$/;

/** Escapes that a parser would leave: what is behind one begins neither HTML nor a cell. */
const escapes = /\\[<>|\n]/g;

/** HTML, other escapes, pipes, fences, references, images and what might be an unsafe link. */
const special = /[<>\\|]|~~~|\][([:]|!\[/;

/** Lines that are headings, or indented like code, after the marks of the lists that they are in. */
const structure = /^[-+*\d.) ]{0,40}(?: {4}|\t|#|[-=]+ *$)|^[-+*\d.) ]{40}/m;

/**
 * Whether a description stays as it is: words, lists, emphasis, code spans and safe links, in which a parser would find nothing to write
 * anew. Nine of ten descriptions of Pinterest do, and to parse one takes longer than all else that is made of it.
 */
export function isPlain(source: string): boolean {
  const words = source.replace(safeLink, "link").replace(escapes, "\n");
  return paired.test(source) && !special.test(words) && !structure.test(words);
}
