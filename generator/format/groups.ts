import { fits } from "./fits";
import { functionEnd, functionHead, member, nameOfModule, namesEnd, namesHead, parameter, unionHead } from "./shapes";

/** Lines of a template that are laid out together. */
export interface Group {
  readonly laidOut: readonly string[] | undefined;
  /** The lines of the template that it takes. */
  readonly length: number;
}

/** Lines that are one where they fit: parameters, names of a module, members of a union. None of them is inside of anything. */
export function groupAt(lines: readonly string[], at: number): Group | undefined {
  const head = lines[at]!;
  if (functionHead.test(head)) return list(lines, at, { item: parameter, end: functionEnd, space: "" });
  if (namesHead.test(head)) return list(lines, at, { item: nameOfModule, end: namesEnd, space: " " });
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
