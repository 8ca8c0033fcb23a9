// Times the command against its peers and against itself: whole processes, in turns, medians, ratios of neighbours. Writes test/REPORT.md.
//   npm run benchmark [-- --runs N] [-- --only audiences,large,nothing,watch,growth] [-- --large FILE] [-- --no-report]
// A run of some of its parts, with --only, writes no report: the report is of one run.
// Peers are installed into a temporary folder; openapi-generator's stock client is made by the JAR in the cache. The large document is
// the full Pinterest one where it is beside the repository, else one of 231 operations that a script makes.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { growth } from "./benchmark/growth.mjs";
import { nothingChanged } from "./benchmark/nothing-changed.mjs";
import { race } from "./benchmark/race.mjs";
import { watching } from "./benchmark/watch.mjs";
import { largeDocument } from "./large-document.mjs";
import { installPeers } from "./peers.mjs";
import { machine, writeSection } from "./report-section.mjs";

const parts = "audiences,large,nothing,watch,growth";
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    only: { type: "string", default: parts },
    large: { type: "string", default: "../shared/corpus/pinterest-full.json" },
    report: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const turns = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), "benchmark-"));
const cache =
  process.env.AUDIENCES_CODEGEN_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "audiences-codegen");
const shared = {
  turns,
  folder,
  program: resolve("generator/dist/command-line/main.js"),
  jar: join(cache, "openapi-generator-cli-7.25.0.jar"),
};
const audiences = resolve("spec/audiences.yaml");

let installed;
const peers = () => (installed ??= installPeers(folder));
const memory = 1;

const sections = {
  // On Node 24 hey-api itself is faster, and the target is its time.
  audiences: () =>
    race({
      ...shared,
      spec: audiences,
      peers: peers(),
      limits: { all: Number(process.versions.node.split(".")[0]) >= 24 ? 1 : 0.8, memory, jar: 0.6 },
    }),
  large: () => race({ ...shared, spec: large(), peers: peers(), limits: { all: 1.6, client: 0.8, memory, jar: 0.25 } }),
  nothing: () => nothingChanged({ ...shared, spec: audiences, turns: turns * 3 }),
  watch: () => watching({ ...shared, specs: [audiences, large()] }),
  growth: () => growth({ ...shared, turns: Math.ceil(turns / 2) }),
};

try {
  const texts = [];
  for (const name of values.only.split(",")) {
    const text = await sections[name]();
    console.log(`${text}\n`);
    texts.push(text);
  }
  const intro = `\`npm run benchmark -- --runs ${turns}\`, ${machine()}: whole processes in turns, medians, ratios of neighbours.`;
  if (values.report && values.only === parts)
    writeSection("benchmark", `## Benchmark\n\n${intro}\n\n${texts.join("\n\n")}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The path of the large document. */
function large() {
  if (existsSync(values.large)) return resolve(values.large);
  const made = join(folder, "large-231.json");
  writeFileSync(made, JSON.stringify(largeDocument(231)));
  return made;
}
