import type { Problem } from "../problem";

/**
 * What is wrong with a template: anything on which the two engines disagree, and any value that is not ours (the rules are in
 * templates/README.md). `name`: of the template, without `.mustache`. A partial is printed inside what another has opened.
 */
export function lintTemplate(
  name: string,
  text: string,
  { isPartial, folder = "templates" }: { isPartial: boolean; folder?: string },
): Problem[] {
  const problems: Problem[] = [];
  const open: string[] = [];
  text.split("\n").forEach((line, index) => {
    const report = (message: string, hint: string, column = 1): void =>
      void problems.push({
        severity: "error",
        code: "template",
        message,
        hint,
        place: { file: `${folder}/${name}.mustache`, line: index + 1, column },
      });
    for (const tag of tagsOf(line)) {
      for (const [message, hint] of [...faultsOf(tag, line), ...nestingFaults(tag, open, isPartial)])
        report(message, hint, tag.column);
    }
  });
  if (open.length > 0) problems.push(unclosed(`${folder}/${name}`, open.at(-1)!));
  return problems;
}

interface Tag {
  readonly kind: "value" | "escaped" | "#" | "^" | "/" | "!" | ">" | "other";
  readonly name: string;
  readonly text: string;
  readonly column: number;
}

type Fault = readonly [message: string, hint: string];

function tagsOf(line: string): Tag[] {
  return [...line.matchAll(/\{\{\{(.*?)\}\}\}|\{\{(.*?)\}\}/g)].map((match): Tag => {
    const column = match.index + 1;
    const [text, value, inner = ""] = match;
    if (value !== undefined) return { kind: "value", name: value.trim(), text, column };
    const sign = inner.trimStart()[0] ?? "";
    const name = inner.trim().slice(1).trim();
    if (sign === "#" || sign === "^" || sign === "/" || sign === "!" || sign === ">")
      return { kind: sign, name, text, column };
    return { kind: /[\w.]/.test(sign) ? "escaped" : "other", name: inner.trim(), text, column };
  });
}

function faultsOf({ kind, name, text }: Tag, line: string): Fault[] {
  const faults: Fault[] = [];
  if (kind === "escaped") faults.push([`${text} escapes for HTML`, `Write {{{${name}}}}: prepare has encoded it.`]);
  if (kind === "other") faults.push([`${text} is not part of what both engines know`, "See templates/README.md."]);
  if (kind !== "value" && kind !== "escaped" && line.trim() !== text)
    faults.push([`${text} must stand alone on its line`, "Break the line, or let prepare decide the text."]);
  if (kind === ">" && !line.startsWith("{{"))
    faults.push([`${text} must begin at the first column`, "Indent inside the partial."]);
  return faults;
}

/** Where a value of ours begins; what is not below one of these is the engine's own. */
const roots = /^(gen|vendorExtensions\.x-gen)\./;
/** What leads there, in the skeleton that both engines hand to a template. */
const skeleton = new Set(["apiInfo", "apis", "operations", "operation", "models", "model"]);

function nestingFaults({ kind, name, text }: Tag, open: string[], isPartial: boolean): Fault[] {
  const isOurs = isPartial || roots.test(name) || open.some((section) => roots.test(section));
  if (kind === "#" || kind === "^") {
    open.push(name);
    if (!isOurs && !skeleton.has(name)) return [engines(text)];
  }
  if (kind === "value" && !isOurs) return [engines(text)];
  if (kind !== "/") return [];
  const last = open.pop();
  return last === name
    ? []
    : [[`${text} closes ${last === undefined ? "nothing" : `{{#${last}}}`}`, "Close sections in order."]];
}

function engines(text: string): Fault {
  return [`${text} is the engine's own value`, "Print what is below gen or vendorExtensions.x-gen."];
}

function unclosed(name: string, section: string): Problem {
  return {
    severity: "error",
    code: "template",
    message: `${name}.mustache: {{#${section}}} is never closed`,
    hint: `Add {{/${section}}}.`,
  };
}
