import type { Parameter } from "../../openapi";
import { decodeText } from "./received-request";
import type { Pair } from "./pairs";

/** How a value may be written: as one text, as a list, or as members. */
export type Shape = "text" | "list" | "members";

/** What a shape is read to, still text; `undefined`: it isn't there; a sentence: it is there, and wrong. */
export type Reading =
  | { readonly kind: "absent" }
  | { readonly kind: "wrong"; readonly problem: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly texts: readonly string[] }
  | { readonly kind: "members"; readonly members: readonly (readonly [string, string])[] };

const absent: Reading = { kind: "absent" };

/** A path parameter from the text in its place: `simple`, `label` (`.5`), `matrix` (`;id=5`). */
export function readPath({ name, style = "simple", explode = false }: Parameter, shape: Shape, text: string): Reading {
  if (style === "label") {
    if (!text.startsWith(".")) return { kind: "wrong", problem: "must begin with a full stop (style: label)" };
    return split(text.slice(1), shape, explode ? "." : ",", explode);
  }
  if (style !== "matrix") return split(text, shape, ",", explode);
  if (!text.startsWith(";")) return { kind: "wrong", problem: "must begin with a semicolon (style: matrix)" };
  const key = `${encodeURIComponent(name)}=`;
  const parts = text.slice(1).split(";");
  if (explode && shape === "members") return membersOf(parts, true);
  if (!parts.every((part) => part.startsWith(key)))
    return { kind: "wrong", problem: `must be written ;${name}=… (style: matrix)` };
  const values = parts.map((part) => part.slice(key.length));
  return explode && shape === "list" ? listOf(values) : split(values.join(","), shape, ",", false);
}

/** A header's value: `simple`, and not percent-encoded. */
export function readHeader({ explode = false }: Parameter, shape: Shape, text: string | undefined): Reading {
  if (text === undefined) return absent;
  if (shape === "text") return { kind: "text", text };
  return split(text, shape, ",", explode, (part) => part.trim());
}

/** A query parameter: `form`, `spaceDelimited`, `pipeDelimited`, `deepObject`. `others`: names that are other parameters'. */
export function readQuery(
  parameter: Parameter,
  shape: Shape,
  pairs: readonly Pair[],
  members: { readonly names: readonly string[]; readonly isOpen: boolean; readonly others: ReadonlySet<string> },
): Reading {
  const { name, style = "form", explode = style === "form" } = parameter;
  if (style === "deepObject" && shape === "members") return deepObject(name, pairs);
  if (explode && shape === "members") {
    const { names, isOpen, others } = members;
    const own = pairs.filter(([key]) => names.includes(key) || (isOpen && !others.has(key)));
    return own.length === 0 ? absent : membersFrom(own);
  }
  const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
  if (values.length === 0) return absent;
  if (shape === "list" && explode) return listOf(values);
  if (values.length > 1) return { kind: "wrong", problem: "is given more than once" };
  return split(values[0]!, shape, delimiters[style] ?? ",", false);
}

const delimiters: Readonly<Record<string, RegExp>> = { spaceDelimited: /%20| /, pipeDelimited: /%7C|\|/i };

/** A cookie: `form`, its list in one cookie or in several of the name. */
export function readCookie({ name }: Parameter, shape: Shape, pairs: readonly Pair[]): Reading {
  const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
  if (values.length === 0) return absent;
  return shape === "list" && values.length > 1 ? listOf(values) : split(values[0]!, shape, ",", false);
}

function deepObject(name: string, pairs: readonly Pair[]): Reading {
  const own = pairs.flatMap(([key, value]): Pair[] =>
    key.startsWith(`${name}[`) && key.endsWith("]") ? [[key.slice(name.length + 1, -1), value]] : [],
  );
  return own.length === 0 ? absent : membersFrom(own);
}

function split(
  text: string,
  shape: Shape,
  delimiter: string | RegExp,
  explode: boolean,
  decode: (part: string) => string | undefined = decodeText,
): Reading {
  if (shape === "list") return listOf(text.split(delimiter), decode);
  if (shape === "members") return membersOf(text.split(delimiter), explode, decode);
  const value = decode(text);
  return value === undefined ? notDecodable : { kind: "text", text: value };
}

const notDecodable: Reading = { kind: "wrong", problem: "is not UTF-8 in percent-encoding" };

function listOf(values: readonly string[], decode = decodeText): Reading {
  const texts = values.map(decode);
  return texts.every((text) => text !== undefined) ? { kind: "list", texts } : notDecodable;
}

/** `k=v` a part where exploded, else name and value in turn. */
function membersOf(parts: readonly string[], explode: boolean, decode?: typeof decodeText): Reading {
  if (explode) {
    if (!parts.every((part) => part.includes("="))) return { kind: "wrong", problem: "must be written name=value" };
    return membersFrom(
      parts.map((part) => [part.split("=")[0]!, part.slice(part.indexOf("=") + 1)]),
      decode,
    );
  }
  if (parts.length % 2 !== 0) return { kind: "wrong", problem: "must be names and values in turn" };
  const pairs = parts.flatMap((part, index): Pair[] => (index % 2 === 0 ? [[part, parts[index + 1]!]] : []));
  return membersFrom(pairs, decode);
}

function membersFrom(pairs: readonly Pair[], decode = decodeText): Reading {
  const members = pairs.map(([key, value]) => [decode(key) ?? key, decode(value)] as const);
  return members.every((member): member is readonly [string, string] => member[1] !== undefined)
    ? { kind: "members", members }
    : notDecodable;
}
