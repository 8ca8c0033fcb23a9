import type { Rule } from "..";
import { limits } from "../../load/limits";
import { isData } from "../../name-maps";
import type { Findings } from "../findings";

/** Controls and characters that change how the text around them reads: no name needs one, and each is a way to hide something. */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Components Object: "All the fixed fields … MUST use keys that match the regular expression". */
const componentKey = /^[a-zA-Z0-9._-]+$/;

/** Media types and header names are tokens (RFC 9110, 5.6.2); a media type may be a range and have parameters. */
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const mediaType = new RegExp(`^${token}/${token}(\\s*;\\s*${token}=(${token}|"[^"\\\\\\x00-\\x1f]*"))*$`);
const headerName = new RegExp(`^${token}$`);

type Tokens = readonly (string | number)[];

/** Names that end up in code, paths, URLs and headers say nothing that can't be seen, and keep to their grammar; no object has too many. */
export const checkNames: Rule = (document, findings) => {
  walk(document, [], (parent, tokens) => {
    const keys = Object.keys(parent);
    for (const key of keys) checkKey(findings, parent, tokens, key);
    if (keys.length <= limits.members) return;
    const message = `this object has ${keys.length} members; the limit is ${limits.members}`;
    findings.add(tokens, { code: "too-many-members", message, hint: "Make it smaller.", at: "key" });
  });
  for (const [kind, components] of Object.entries(document.components ?? {})) {
    if (kind.startsWith("x-") || typeof components !== "object" || components === null) continue;
    for (const key of Object.keys(components as object)) {
      if (componentKey.test(key)) continue;
      const message = `the component key ${JSON.stringify(key)} is not allowed: only A-Z a-z 0-9 . _ and - are`;
      findings.add(["components", kind, key], {
        code: "component-key",
        message,
        hint: "Rename the component.",
        at: "key",
      });
    }
  }
};

/** Each object, with the way to it: one list for the whole walk. */
function walk(
  value: unknown,
  tokens: string[],
  visit: (parent: Record<string, unknown>, tokens: Tokens) => void,
): void {
  if (typeof value !== "object" || value === null) return;
  const parent = value as Record<string, unknown>;
  if (!Array.isArray(value)) visit(parent, tokens);
  for (const key of Object.keys(value)) {
    if (isData(tokens.at(-1), key, parent[key])) continue;
    tokens.push(key);
    walk(parent[key], tokens, visit);
    tokens.pop();
  }
}

function checkKey(findings: Findings, parent: Record<string, unknown>, tokens: Tokens, key: string): void {
  const value = parent[key];
  if (hidden.test(key) && tokens.at(-1) !== "properties") {
    findings.add([...tokens, key], {
      code: "hidden-character",
      message: "this key holds a character that can't be seen",
      hint: "Remove it.",
      at: "key",
    });
  }
  const isName = key === "operationId" || (key === "name" && !["contact", "license"].includes(String(tokens.at(-1))));
  if (isName && typeof value === "string" && hidden.test(value)) {
    findings.add([...tokens, key], {
      code: "hidden-character",
      message: `this ${key} holds a character that can't be seen`,
      hint: "Remove it.",
    });
  }
  if (key === "in" && value === "header") checkHeaderParameter(findings, tokens, parent["name"]);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  if (key === "content" && isMediaTypeMap(tokens)) checkMediaTypes(findings, [...tokens, key], Object.keys(value));
  if (key === "headers" && tokens.at(-2) === "responses") {
    for (const name of Object.keys(value).filter((candidate) => !headerName.test(candidate)))
      findings.add([...tokens, key, name], { ...notAHeader(name), at: "key" });
  }
}

function checkHeaderParameter(findings: Findings, tokens: Tokens, name: unknown): void {
  if (typeof name === "string" && !headerName.test(name)) findings.add([...tokens, "name"], notAHeader(name));
}

function notAHeader(name: string): { code: string; message: string; hint: string } {
  return {
    code: "header-name",
    message: `${JSON.stringify(name)} can't be the name of a header`,
    hint: "See RFC 9110, 5.1.",
  };
}

/** `content` is a map of media types but where it is the name of a property or a schema. */
function isMediaTypeMap(tokens: Tokens): boolean {
  return !["properties", "patternProperties", "schemas", "$defs"].includes(String(tokens.at(-1)));
}

function checkMediaTypes(findings: Findings, tokens: Tokens, names: readonly string[]): void {
  for (const name of names.filter((candidate) => !mediaType.test(candidate))) {
    findings.add([...tokens, name], {
      code: "media-type",
      message: `${JSON.stringify(name)} is not a media type`,
      hint: "See RFC 9110, 8.3.1.",
      at: "key",
    });
  }
}
