import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const scripts = join(import.meta.dirname, "..");

/** Errors of `tsc --strict` over the sources; what is built is the same sources. */
export function compileErrors(out, modules) {
  const compilerOptions = {
    ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, types: [] },
    ...{ target: "es2022", module: "nodenext", moduleResolution: "nodenext", lib: ["es2022", "dom", "dom.iterable"] },
  };
  writeFileSync(join(out, "tsconfig.corpus.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  const tsc = join(modules, "typescript", "bin", "tsc");
  const { status, stdout } = node(["--max-old-space-size=6000", tsc, "-p", "tsconfig.corpus.json"], out);
  const errors = stdout.split("\n").filter((line) => line.includes("error TS"));
  return errors.length === 0 && status !== 0 ? [`tsc ended with ${status}: ${stdout.slice(0, 200)}`] : errors;
}

/** Builds the package, imports both of its entries both ways, and looks for the function of every operation; what goes wrong. */
export function importErrors(out) {
  const build = node(["build.mjs"], out);
  if (build.status !== 0) return [`build: ${(build.stdout + build.stderr).split("\n")[0]}`];
  const { status, stderr } = node(["--input-type=module", "--eval", imports], out);
  return status === 0 ? [] : [stderr.split("\n").find((line) => line.includes("Error")) ?? stderr];
}

const imports = `
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
const { operations } = JSON.parse(readFileSync("docs/index.json", "utf8"));
const require = createRequire(process.cwd() + "/x.js");
for (const entry of ["index", "functions"]) {
  const module = await import(pathToFileURL("dist/esm/" + entry + ".js"));
  const commonjs = require("./dist/cjs/" + entry + ".js");
  if (Object.keys(module).join() !== Object.keys(commonjs).filter((name) => name !== "__esModule").sort().join())
    throw new Error(entry + " exports one thing as a module and another as CommonJS");
  const lost = entry === "index" ? [] : operations.filter((own) => module[own.function.name] === undefined);
  if (lost.length > 0) throw new Error(lost.map((own) => own.operationId) + " can't be imported");
}`;

/** Calls every operation against the mock: see call-operations.mjs. */
export function callOperations(spec, out) {
  const { stdout, stderr } = node([join(scripts, "corpus", "call-operations.mjs"), "dist/esm/index.js", spec, out]);
  if (stdout === "") throw new Error(`the operations of ${spec} can't be called: ${stderr}`);
  return JSON.parse(stdout)[0];
}

/** Links of the pages that lead nowhere: see broken-links.mjs. */
export function brokenLinks(out) {
  return JSON.parse(node([join(scripts, "broken-links.mjs"), out]).stdout);
}

function node(args, cwd) {
  return spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
}
