import type { Rule } from "..";
import { placeIn } from "../redocly";
import { forEachReference } from "./references";

/** What the specification has as itself "or Reference Object", the schemas of 3.1, and path items, which have a `$ref` of their own. */
const referable: ReadonlySet<string> = new Set(
  "Callback Example Header Link Parameter PathItem RequestBody Response Schema SecurityScheme".split(" "),
);

/** A reference stands where the specification has one. In a keyword that nobody knows anything may stand. */
export const checkReferencePlaces: Rule = (document, findings) => {
  const placeOf = placeIn(document);
  forEachReference(document, (tokens) => {
    if (tokens.at(-1) !== "$ref") return;
    const place = placeOf(tokens.slice(0, -1).map(String));
    if (place === undefined || referable.has(place)) return;
    const message = "the specification has no reference here";
    findings.add(tokens, { code: "reference-place", message, hint: "Write here what it leads to.", at: "key" });
  });
};
