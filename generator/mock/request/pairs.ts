import { decodeText } from "./received-request";

/** A name, decoded, and its value as on the wire: delimiters that are part of a value are still encoded. */
export type Pair = readonly [name: string, value: string];

/** `a=1&b=2`, a plus sign being a space. */
export function queryPairs(query: string): Pair[] {
  const parts = query.split("&").filter((part) => part !== "");
  return parts.map((part) => pair(part.replaceAll("+", "%20")));
}

/** `a=1; b=2` (RFC 6265 §4.2.1). */
export function cookiePairs(header: string | undefined): Pair[] {
  const parts = (header ?? "").split(";").map((part) => part.trim());
  return parts.filter((part) => part !== "").map(pair);
}

function pair(part: string): Pair {
  const at = part.indexOf("=");
  const name = at < 0 ? part : part.slice(0, at);
  return [decodeText(name) ?? name, at < 0 ? "" : part.slice(at + 1)];
}
