import { cases as auth } from "./auth.mjs";
import { cases as boundaries } from "./boundaries.mjs";
import { cases as calls } from "./calls.mjs";
import { cases as errors } from "./errors.mjs";
import { cases as hooks } from "./hooks.mjs";
import { cases as lists } from "./lists.mjs";
import { cases as options } from "./options.mjs";
import { cases as retries } from "./retries.mjs";
import { cases as time } from "./time.mjs";

/** Every case: `run(library, functions, manifest)`, with the package's two entries and its package.json. */
export const cases = [...calls, ...errors, ...retries, ...time, ...auth, ...boundaries, ...hooks, ...lists, ...options];
