// Runs the cases on one build of the package, imported by its name, and prints what came of each as JSON:
//   node loop.mjs esm|cjs [URL of the mock]
import { createRequire } from "node:module";
import { cases } from "./cases/index.mjs";
import { runCases } from "./run-cases.mjs";

const [build, mockUrl] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const load = build === "cjs" ? (name) => require(name) : (name) => import(name);
const subject = {
  library: await load("pinterest-audiences"),
  functions: await load("pinterest-audiences/functions"),
  manifest: require("pinterest-audiences/package.json"),
};
await runCases(cases, subject, { mockUrl }, (outcome) => console.log(JSON.stringify(outcome)));
