import { remembered } from "./remembered";

/** A `pattern` of the document, as far as it is asked. */
export interface Pattern {
  test(text: string): boolean;
}

/**
 * A pattern as RE2 runs it: in time that grows with the text alone, whatever the pattern. `undefined`: RE2 has not what it takes
 * (look-around, back references).
 */
export const compilePattern = remembered((pattern: string): Pattern | undefined => {
  try {
    return plain.test(pattern) ? new RegExp(pattern, "u") : compileLinear(pattern);
  } catch {
    return undefined;
  }
});

/** Without groups and alternatives and with one quantifier there is nothing to go back to: `^\d+$` needs no RE2, which takes long to load. */
const plain = /^[^(|*+?{]*([*+?]|\{\d{1,4}(,\d{0,4})?\})?[^(|*+?{]*$/;

function compileLinear(pattern: string): Pattern {
  const { RE2JS } = require("re2js") as typeof import("re2js");
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
  return { test: (text) => compiled.matcher(text).find() };
}
