// What the page in the browser loads: the package by its name, and the cases. browser.mjs bundles it.
import * as library from "pinterest-audiences";
import * as functions from "pinterest-audiences/functions";
import manifest from "pinterest-audiences/package.json";
import { cases } from "./cases/index.mjs";
import { runCases } from "./run-cases.mjs";

globalThis.runAll = async (mockUrl) => {
  const outcomes = [];
  const note = (outcome) => outcomes.push(outcome);
  await runCases(cases, { library, functions, manifest }, { mockUrl, isBrowser: true }, note);
  return outcomes;
};
