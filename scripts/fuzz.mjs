// Makes packages of documents that hold adversarial text everywhere, and of documents that were changed at random, and judges them:
//   npm run test:fuzz -- --runs 1000 --seed 1
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } },
});
const env = { ...process.env, FUZZ_RUNS: values.runs, FUZZ_SEED: values.seed };
console.log(`${values.runs} documents, from the seed ${values.seed} on`);
const { status } = spawnSync("npx", ["jest", "test/hostile/property.test.ts", "test/hostile/edits.test.ts"], {
  stdio: "inherit",
  env,
});
process.exitCode = status ?? 1;
