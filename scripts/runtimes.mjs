// Runs the behaviour cases (test/behaviour) on every runtime that the client is for, and prints a table; ends with 1 if a case fails.
//   node scripts/runtimes.mjs [--only node-20,bun,chromium]
// Runtimes come from npm, at exact versions, into the cache; Chromium is the system's, or is installed by apt where that can be.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const require = createRequire(import.meta.url);
const { cacheFolder } = require("../generator/dist/cache-folder.js");
const folder = fileURLToPath(new URL("../test/behaviour/", import.meta.url));
const loop = join(folder, "loop.mjs");

/** Longer than all cases take, in milliseconds; what runs then still is ended. */
const patience = 120_000;

/** A name, and what gives the command that runs the cases, once for each build of the package. */
const runtimes = [
  ...["20.20.2", "22.23.3", "24.21.0"].map((version) => [
    `node-${version.split(".")[0]}`,
    () => builds(fromNpm("node", version), []),
  ]),
  ["bun", () => builds(fromNpm("bun", "1.4.5"), [])],
  ["deno", () => builds(fromNpm("deno", "2.9.6"), ["run", "-A", "--node-modules-dir=manual"])],
  ["chromium", () => [["bundle", [process.execPath, join(folder, "browser.mjs"), findChromium()]]]],
];

const { values } = parseArgs({ options: { only: { type: "string" } } });
const chosen = values.only?.split(",") ?? runtimes.map(([name]) => name);
const unknown = chosen.filter((name) => !runtimes.some(([own]) => own === name));
if (unknown.length > 0) {
  console.error(`there is no runtime ${unknown.join(", ")}; known: ${runtimes.map(([name]) => name).join(", ")}`);
  process.exit(2);
}

const rows = [];
for (const [name, commands] of runtimes.filter(([own]) => chosen.includes(own))) {
  console.error(`${name} …`);
  rows.push(...(await runAll(name, commands)));
}
print(rows);
process.exitCode = rows.every(({ failed }) => failed.length === 0) ? 0 : 1;

function builds(binary, args) {
  return ["esm", "cjs"].map((build) => [build, [binary, ...args, loop, build]]);
}

/** A row for each build; one that says why where a runtime is not to be had. */
async function runAll(runtime, commands) {
  try {
    return await Promise.all(commands().map(([build, command]) => runOne(`${runtime} ${build}`, command)));
  } catch (error) {
    return [{ name: runtime, passed: 0, failed: [`not run: ${error.message}`], skipped: 0, seconds: 0 }];
  }
}

async function runOne(name, command) {
  const start = performance.now();
  const { code, stdout, stderr } = await run([process.execPath, join(folder, "with-mock.mjs"), ...command]);
  const outcomes = stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  const failed = outcomes
    .filter(({ error }) => error !== undefined)
    .map((outcome) => `${outcome.name}: ${outcome.error}`);
  if (code !== 0) failed.push(`it ended with ${code}: ${stderr.trim().split("\n").slice(-5).join(" ")}`);
  if (outcomes.length === 0) failed.push("no case ran");
  const skipped = outcomes.filter(({ skipped: reason }) => reason !== undefined).length;
  const passed = outcomes.filter(({ error, skipped: reason }) => error === undefined && reason === undefined).length;
  return { name, passed, failed, skipped, seconds: (performance.now() - start) / 1000 };
}

/** What a command printed, and its exit code; the command is ended when it takes too long. */
function run([program, ...args]) {
  return new Promise((resolve) => {
    const env = { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], env, timeout: patience });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk) => (stdout += chunk));
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.on("close", (code, signal) => resolve({ code: code ?? signal, stdout, stderr }));
  });
}

/** The program of an npm package, installed once. */
function fromNpm(name, version) {
  const home = join(cacheFolder(), "runtimes", `${name}-${version}`);
  const binary = join(home, "node_modules", ".bin", name);
  if (existsSync(binary)) return binary;
  mkdirSync(home, { recursive: true });
  const args = ["install", "--no-audit", "--no-fund", "--no-save", "--prefix", home, `${name}@${version}`];
  const { status, stderr } = spawnSync("npm", args, { encoding: "utf8" });
  if (status === 0 && existsSync(binary)) return binary;
  rmSync(home, { recursive: true, force: true });
  throw new Error(`npm can't install ${name}@${version}: ${stderr.trim().split("\n").at(-1)}`);
}

function findChromium() {
  const found = chromiumOnPath();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync("apt-get", ["--version"]).status !== 0)
    throw new Error("there is no chromium on the PATH, and no right or no apt-get to install it with");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update"], { env });
  const { stderr } = spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
    env,
    encoding: "utf8",
  });
  const installed = chromiumOnPath();
  if (installed === undefined) throw new Error(`apt-get can't install chromium: ${stderr.trim().split("\n").at(-1)}`);
  return installed;
}

function chromiumOnPath() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(":");
  return names.flatMap((name) => folders.map((own) => join(own, name))).find((path) => existsSync(path));
}

function print(all) {
  console.log("| runtime | passed | failed | skipped | seconds |\n| --- | --- | --- | --- | --- |");
  for (const { name, passed, failed, skipped, seconds } of all)
    console.log(`| ${name} | ${passed} | ${failed.length} | ${skipped} | ${seconds.toFixed(1)} |`);
  for (const { name, failed } of all) for (const failure of failed) console.log(`${name}: ${failure}`);
}
