import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const folder = join(__dirname, "..", "fixtures", "_history_");

/** One step of the hand-written history: an edit of the document, and what must be said of it (history.yaml). */
export interface Step {
  readonly name: string;
  readonly bump: string;
  readonly findings: readonly string[];
  readonly uses: string;
  readonly imports?: string;
  /** The documents before and after. */
  readonly before: unknown;
  readonly after: unknown;
}

type Path = readonly (string | number)[];
type Edit =
  | { readonly set: Path; readonly to: unknown }
  | { readonly remove: Path }
  | { readonly reverse: Path }
  | { readonly move: Path; readonly to: Path }
  | { readonly replace: string; readonly by: string };

/** Every step, each from where the one before it led. */
export function readHistory(): Step[] {
  const steps = parse(readFileSync(join(folder, "history.yaml"), "utf8")) as (Step & { edits: Edit[] })[];
  let document = parse(readFileSync(join(folder, "first.yaml"), "utf8")) as unknown;
  return steps.map(({ edits, ...step }) => {
    const before = document;
    document = edits.reduce(edited, structuredClone(before));
    return { ...step, before, after: document };
  });
}

function edited(document: unknown, edit: Edit): unknown {
  if ("replace" in edit) return JSON.parse(JSON.stringify(document).replaceAll(edit.replace, edit.by)) as unknown;
  if ("reverse" in edit) {
    const [holder, key] = place(document, edit.reverse);
    holder[key] = Object.fromEntries(Object.entries(holder[key] as object).reverse());
  } else if ("remove" in edit) take(document, edit.remove);
  else if ("move" in edit) {
    const moved = take(document, edit.move);
    const [holder, key] = place(document, edit.to);
    holder[key] = moved;
  } else {
    const [holder, key] = place(document, edit.set);
    holder[key] = edit.to;
  }
  return document;
}

function take(document: unknown, path: Path): unknown {
  const [holder, key] = place(document, path);
  const value = holder[key];
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
  return value;
}

function place(document: unknown, path: Path): [Record<string | number, unknown>, string | number] {
  const holder = path.slice(0, -1).reduce((value, key) => (value as Record<string | number, unknown>)[key], document);
  if (typeof holder !== "object" || holder === null) throw new Error(`history.yaml: nothing at ${path.join(" → ")}`);
  return [holder as Record<string | number, unknown>, path.at(-1)!];
}

const imports = `import { createClient, type AudienceType, type Currency } from "audiences";
import { audiencesListSafe, createTransport } from "audiences/functions";
`;

/** A consumer's module that makes the calls of a step. */
export function consumerOf({ uses, imports: more = "" }: Step): string {
  const indented = uses.trimEnd().replaceAll(/^/gm, "  ");
  return `${more}${imports}
export const client = createClient({ accessToken: "t" });
export const transport = createTransport({ accessToken: "t" });
export type Used = [AudienceType, Currency, typeof audiencesListSafe];

export async function use(): Promise<void> {
${indented}
}
`;
}

/** The lines of a text that a table says must break, from 1. */
export function marked(text: string): number[] {
  return text.split("\n").flatMap((line, index) => (line.endsWith("// breaks") ? [index + 1] : []));
}
