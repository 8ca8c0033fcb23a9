import type { Rule } from "..";
import { holdsNames, isData } from "../../name-maps";
import type { Findings } from "../findings";

const lists = new Set(["allOf", "oneOf", "anyOf", "prefixItems"]);

/** A list of schemas has one at least (JSON Schema 2020-12, Core, 10.2.1): an empty one says nothing, and is taken out. */
export const checkEmptyLists: Rule = (document, findings) => {
  walk(document, undefined, [], findings);
};

/** `field`: that the value is of; `undefined` where its own name is the author's. `tokens`: one list for the whole walk. */
function walk(value: unknown, field: string | undefined, tokens: string[], findings: Findings): void {
  if (typeof value !== "object" || value === null) return;
  const parent = value as Record<string, unknown>;
  const namesAbove = Array.isArray(value) || holdsNames(field);
  for (const key of Object.keys(value)) {
    const member = parent[key];
    if (isData(field, key, member)) continue;
    tokens.push(key);
    if (!namesAbove && lists.has(key) && Array.isArray(member) && member.length === 0)
      takeOut(parent, tokens, findings);
    else walk(member, namesAbove ? undefined : key, tokens, findings);
    tokens.pop();
  }
}

function takeOut(parent: Record<string, unknown>, tokens: readonly string[], findings: Findings): void {
  const keyword = tokens.at(-1)!;
  Reflect.deleteProperty(parent, keyword);
  const message = `${keyword} lists no schema, and nothing is made of it`;
  findings.add(tokens, {
    code: "empty-list",
    severity: "warning",
    message,
    hint: "List one, or leave it out.",
    at: "key",
  });
}
