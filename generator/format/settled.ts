import { style } from "./style";

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
    const line = lines[at]!;
    const text = line.trimStart();
    if (/^[})]/.test(text)) depth -= 1;
    const indent = "  ".repeat(depth);
    const indentation = line.length - text.length;
    if (isComment(text)) {
      if (indentation !== indent.length + (text.startsWith("*") ? 1 : 0) || /\s$/.test(line)) return undefined;
      written.push(line);
      at += 1;
      continue;
    }
    const group = groupAt(lines, at);
    const laidOut =
      indentation === indent.length ? (group?.laidOut ?? layOut(text, indent, written.at(-1))) : undefined;
    if (laidOut === undefined || !laidOut.every(fits) || !isBalanced(laidOut.join(""))) return undefined;
    written.push(...laidOut);
    if (laidOut.at(-1)!.endsWith("{")) depth += 1;
    at += group?.length ?? 1;
  }
  return depth === 0 ? `${written.join("\n")}\n` : undefined;
}

/** What is no TypeScript is for prettier to refuse. */
function isBalanced(text: string): boolean {
  const count = (bracket: string): number => text.split(bracket).length;
  return count("[") === count("]") && count("<") === count(">") - (text.split("=>").length - 1);
}

/** ASCII alone: of other characters prettier asks how wide they are. */
function fits(line: string): boolean {
  return line.length <= style.printWidth && /^[\x20-\x7e]*$/.test(line);
}

function isComment(text: string): boolean {
  return /^(?:\/\/ .*|\/\*\*(?: (?:(?!\*\/).)* \*\/)?|\*(?: (?:(?!\*\/).)*)?|\*\/)$/.test(text);
}

const word = String.raw`[A-Za-z_$][\w$]*`;
/** Without quotes that prettier would change, and without braces, parentheses and leading bars. */
const type = String.raw`(?![|])(?:[\w$.<>[\]|,]|"[^"\\']*"| (?! ))+`;
const atom = String.raw`(?:"[^"\\']*"|${word}(?:\.${word})*|\[\]|\{\})`;
const flatObject = String.raw`\{ ${word}: ${atom}(?:, ${word}: ${atom})* \}`;
const largerObject = String.raw`\{ ${word}: ${atom}(?:, ${word}: ${atom})+ \}`;
const words = String.raw`\["[^"\\']*"\]`;
const value = String.raw`(?:${atom}|${flatObject}|\[${flatObject}\]|\[${words}(?:, ${words})*\]|\[${atom}(?:, ${atom})*\])`;

const name = String.raw`(?:type )?${word}(?: as ${word})?`;
const names = String.raw`(?:import|export) (?:type )?(?:\* as ${word}|\{ ${name}(?:, ${name})* \}) from "[^"\\']*";`;
const call = String.raw`${word}(?:<${word}>)?\(${word}(?:, ${word})*\)`;

const shape = (source: string): RegExp => new RegExp(`^${source}$`);
const opener = shape(
  `(?:export interface ${word}|return|${word}:|const ${word}: ${word} =|export function ${word}\\(${word}: ${word}(?: = \\{\\})?\\): ${word}) \\{`,
);
const closer = /^\}[;,]?$/;
const wholeLine = shape(
  `(?:(?:readonly )?${word}\\??: ${type};|export type ${word} = ${type};|${word}: (?:${value}|${call}),|(?:return|const ${word} =) ${call};|${names})`,
);
const objects = shape(`(${word}): \\[(${largerObject}(?:, ${largerObject})+)\\],`);
const method = shape(`(${word})\\((${word}\\??: ${word}), (${word}\\??: ${word})\\): (${type});`);
const arrow = shape(`(${word}: \\(${word}, ${word}\\) =>) (${call},)`);

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
      ...elements
        .replace(/\}, \{/g, "},\n{")
        .split("\n")
        .map((element) => `${indent}  ${element.replace(/,?$/, ",")}`),
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

interface Group {
  readonly laidOut: readonly string[] | undefined;
  /** The lines of the template that it takes. */
  readonly length: number;
}

const functionHead = shape(`export function ${word}\\(`);
const parameter = shape(`${word}\\??: ${word}(?: = \\{\\})?`);
const functionEnd = shape(`\\): ${type} \\{`);
const namesHead = /^(?:import|import type|export|export type) \{$/;
const namesEnd = /^\} from "[^"\\']*";$/;
/** A bar of its own may be one more of the same union. */
const member = shape(`(?!.* \\| )${type}`);
const unionHead = shape(`export type ${word} =`);

/** Lines that are one where they fit: parameters, names of a module, members of a union. None of them is inside of anything. */
function groupAt(lines: readonly string[], at: number): Group | undefined {
  const head = lines[at]!;
  if (functionHead.test(head)) return list(lines, at, { item: parameter, end: functionEnd, space: "" });
  if (namesHead.test(head)) return list(lines, at, { item: shape(name), end: namesEnd, space: " " });
  return unionHead.test(head) ? union(lines, at) : undefined;
}

interface List {
  readonly item: RegExp;
  readonly end: RegExp;
  /** What is inside of the brackets where all is on one line. */
  readonly space: string;
}

function list(lines: readonly string[], at: number, { item, end, space }: List): Group {
  const items: string[] = [];
  let to = at + 1;
  while (/^ {2}.*,$/.test(lines[to] ?? "")) items.push(lines[to++]!.slice(2, -1));
  const last = lines[to] ?? "";
  const length = to - at + 1;
  if (items.length === 0 || !items.every((text) => item.test(text)) || !end.test(last))
    return { laidOut: undefined, length };
  const line = lines[at]! + space + items.join(", ") + space + last;
  if (fits(line)) return { laidOut: [line], length };
  return { laidOut: items.length === 1 ? undefined : lines.slice(at, to + 1), length };
}

function union(lines: readonly string[], at: number): Group {
  const members: string[] = [];
  let to = at + 1;
  while (lines[to]?.startsWith("  | ") === true) members.push(lines[to++]!.slice(4));
  const length = to - at + 1;
  const isKnown = members.length > 0 && lines[to] === ";" && members.every((text) => member.test(text));
  if (!isKnown) return { laidOut: undefined, length };
  const joined = members.join(" | ");
  const forms = [
    [`${lines[at]} ${joined};`],
    [lines[at]!, `  ${joined};`],
    [lines[at]!, ...members.map((text, index) => `  | ${text}${index === members.length - 1 ? ";" : ""}`)],
  ];
  return { laidOut: forms.slice(0, members.length === 1 ? 1 : 3).find((form) => form.every(fits)), length };
}
