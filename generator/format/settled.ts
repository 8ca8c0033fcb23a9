import { fits } from "./fits";
import { groupAt, type Group } from "./groups";
import { arrow, closer, largerObjects, method, objects, opener, wholeLine } from "./shapes";

/**
 * A statement as prettier would write it, where its lines have shapes in which prettier decides one thing alone: whether what is in
 * brackets fits on one line. Anything else is `undefined`, and prettier's to decide. Most statements of a client are such, and
 * prettier takes half of the time of a run for them (DECISIONS.md, 8); a test compares, byte by byte.
 */
export function settled(statement: string): string | undefined {
  const lines = statement.trimEnd().split("\n");
  const written: string[] = [];
  let depth = 0;
  for (let at = 0; at < lines.length;) {
    if (/^ *[})]/.test(lines[at]!)) depth -= 1;
    const { laidOut, length } = groupOf(lines, at, depth, written.at(-1));
    if (laidOut === undefined) return undefined;
    written.push(...laidOut);
    if (laidOut.at(-1)!.endsWith("{")) depth += 1;
    at += length;
  }
  return depth === 0 ? `${written.join("\n")}\n` : undefined;
}

function groupOf(lines: readonly string[], at: number, depth: number, before: string | undefined): Group {
  const line = lines[at]!;
  const text = line.trimStart();
  const indent = "  ".repeat(depth);
  const indentation = line.length - text.length;
  if (isComment(text)) {
    const isSettled = indentation === indent.length + (text.startsWith("*") ? 1 : 0) && !/\s$/.test(line);
    return { laidOut: isSettled ? [line] : undefined, length: 1 };
  }
  if (indentation !== indent.length) return { laidOut: undefined, length: 1 };
  const { laidOut, length } = groupAt(lines, at) ?? { laidOut: layOut(text, indent, before), length: 1 };
  return { laidOut: laidOut?.every(fits) === true && isBalanced(laidOut.join("")) ? laidOut : undefined, length };
}

/** What is no TypeScript is for prettier to refuse. */
function isBalanced(text: string): boolean {
  const count = (bracket: string): number => text.split(bracket).length;
  return count("[") === count("]") && count("<") === count(">") - (text.split("=>").length - 1);
}

function isComment(text: string): boolean {
  return /^(?:\/\/ .*|\/\*\*(?: (?:(?!\*\/).)* \*\/)?|\*(?: (?:(?!\*\/).)*)?|\*\/)$/.test(text);
}

/** One line of the template, as one or more. */
function layOut(text: string, indent: string, before: string | undefined): string[] | undefined {
  const line = indent + text;
  // Nothing between the braces is written on one line.
  if (closer.test(text)) return before?.endsWith("{") ? undefined : [line];
  if (opener.test(text) || wholeLine.test(text)) return [line];
  const [, key, elements] = objects.exec(text) ?? [];
  // Several objects of several members each are never on one line.
  if (elements !== undefined)
    return [
      `${indent}${key}: [`,
      ...elements.match(largerObjects)!.map((element) => `${indent}  ${element},`),
      `${indent}],`,
    ];
  const [, name, first, second, result] = method.exec(text) ?? [];
  if (name !== undefined)
    return fits(line)
      ? [line]
      : [`${indent}${name}(`, `${indent}  ${first},`, `${indent}  ${second},`, `${indent}): ${result};`];
  const [, head, body] = arrow.exec(text) ?? [];
  if (head === undefined) return undefined;
  return fits(line) ? [line] : [`${indent}${head}`, `${indent}  ${body}`];
}
