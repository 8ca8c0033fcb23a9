// Times `generate` against its peers on one document: whole processes, in turns (A B C A B C …), medians and ratios of medians.
//   node scripts/benchmark.mjs [--spec FILE] [--runs N]
// Peers are installed into a temporary folder; openapi-generator's stock client is made by the JAR in the cache.
import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, existsSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { spec: { type: "string", default: "spec/audiences.yaml" }, runs: { type: "string", default: "7" } },
});
const spec = resolve(values.spec);
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), "benchmark-"));

const cache =
  process.env.AUDIENCES_CODEGEN_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "audiences-codegen");
const jar = join(cache, "openapi-generator-cli-7.25.0.jar");
const ours = resolve("generator/dist/command-line/main.js");
const node = process.execPath;

try {
  const contestants = [
    [
      "mustache",
      (out) => [node, ours, "generate", "--spec", spec, "--out", out, "--name", "x", "--engine", "mustache"],
    ],
    ...(existsSync(jar)
      ? [
          [
            "openapi-generator",
            (out) => [
              node,
              ours,
              "generate",
              "--spec",
              spec,
              "--out",
              out,
              "--name",
              "x",
              "--engine",
              "openapi-generator",
            ],
          ],
          [
            "stock openapi-generator",
            (out) => ["java", "-jar", jar, "generate", "-g", "typescript-fetch", "-i", spec, "-o", out],
          ],
        ]
      : []),
    [
      "hey-api 0.99.0",
      (out) => [node, install("@hey-api/openapi-ts@0.99.0", "typescript@5.9.3"), "-i", spec, "-o", out],
    ],
  ];
  print(
    contestants.map(([name]) => name),
    race(contestants),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Seconds per contestant: one run each that does not count, then `runs` turns. */
function race(contestants) {
  const seconds = contestants.map(() => []);
  for (let turn = 0; turn <= runs; turn += 1) {
    contestants.forEach(([name, command], index) => {
      const out = join(folder, `out-${index}-${turn}`);
      const [program, ...args] = command(out);
      const start = process.hrtime.bigint();
      const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: "utf8" });
      const elapsed = Number(process.hrtime.bigint() - start) / 1e9;
      if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
      rmSync(out, { recursive: true, force: true });
      if (turn > 0) seconds[index].push(elapsed);
    });
  }
  return seconds;
}

function print(names, seconds) {
  const medians = seconds.map(median);
  console.log(
    `${spec.split("/").at(-1)}, Node ${process.versions.node}, ${runs} turns, medians of wall-clock seconds\n`,
  );
  console.log(
    `| | seconds | min | max | ${names
      .slice(-2)
      .map((name) => `of ${name}`)
      .join(" | ")} |`,
  );
  console.log(
    `| --- | --- | --- | --- | ${names
      .slice(-2)
      .map(() => "---")
      .join(" | ")} |`,
  );
  names.forEach((name, index) => {
    const figures = [medians[index], Math.min(...seconds[index]), Math.max(...seconds[index])];
    const ratios = medians.slice(-2).map((other) => medians[index] / other);
    console.log(`| ${name} | ${[...figures, ...ratios].map((figure) => figure.toFixed(2)).join(" | ")} |`);
  });
}

function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The entry of a command-line package, installed once; its `engines` are not asked, for all run on this Node. */
function install(...packages) {
  const home = join(folder, "peer");
  if (!existsSync(home)) {
    mkdirSync(home);
    const npm = spawnSync("npm", ["install", "--no-save", "--force", "--silent", "--prefix", home, ...packages], {
      encoding: "utf8",
    });
    if (npm.status !== 0) throw new Error(npm.stderr);
  }
  return join(home, "node_modules/@hey-api/openapi-ts/bin/run.js");
}
