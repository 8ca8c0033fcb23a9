// Runs the cases on one build of the package, imported by its name, and prints what came of each as JSON:
//   node loop.mjs esm|cjs
import { createRequire } from "node:module";
import { cases } from "./cases/index.mjs";

const require = createRequire(import.meta.url);
const load = process.argv[2] === "cjs" ? (name) => require(name) : (name) => import(name);
const library = await load("pinterest-audiences");
const functions = await load("pinterest-audiences/functions");
const manifest = require("pinterest-audiences/package.json");
for (const { name, run } of cases) {
  const error = await run(library, functions, manifest).then(() => undefined, String);
  console.log(JSON.stringify({ name, error }));
}
