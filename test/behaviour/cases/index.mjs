import { cases as calls } from "./calls.mjs";
import { cases as errors } from "./errors.mjs";
import { cases as lists } from "./lists.mjs";
import { cases as options } from "./options.mjs";

/** Every case: `run(library, functions, manifest)`, with the package's two entries and its package.json. */
export const cases = [...calls, ...errors, ...lists, ...options];
