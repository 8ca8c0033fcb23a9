import type { Rule } from "..";
import { DeepReferences, type Size } from "../../deep-references";
import { limits } from "../../load/limits";
import { mostProblems } from "../../load/parsed";
import { leadsDeep } from "../../references";
import { forEachReference } from "./references";

/** What a reference leads to that is no component stands in its place later: it must not grow beyond what a document may have. */
export const checkDeepReferences: Rule = (document, findings) => {
  const deep = new DeepReferences(document);
  const whole = faultOf(deep.size);
  if (whole === undefined) return;
  const hint = "Put what it leads to into `components`, and refer to it by its name.";
  let faults = 0;
  forEachReference(document, (tokens, reference) => {
    if (typeof reference !== "string" || tokens.at(-1) !== "$ref" || !leadsDeep(reference)) return;
    const fault = faultOf(deep.sizeOf(reference));
    // One part that is too large makes thousands of what lead to it.
    if (fault === undefined || ++faults > mostProblems) return;
    findings.add(tokens, { code: "deep-reference", message: `${reference} stands for ${fault}`, hint });
  });
  if (faults === 0)
    findings.add([], { code: "deep-reference", message: `with what its references lead to it has ${whole}`, hint });
};

function faultOf({ values, depth }: Size): string | undefined {
  if (depth > limits.depth) return `values that are nested deeper than ${limits.depth} levels`;
  return values > limits.values ? `more than ${limits.values} values` : undefined;
}
