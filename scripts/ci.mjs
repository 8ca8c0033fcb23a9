// Every check of CI, one after the other; all of them run, whatever the first ones say. Ends with `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "ci-"));
// Tools that would ask the network whether they are new enough.
const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", npm_config_update_notifier: "false" };
const report = join(folder, "tests.json");

const steps = [
  ["the type check", "npm", ["run", "typecheck"]],
  ["the linter", "npm", ["run", "lint:code"]],
  ["the formatter", "npm", ["run", "lint:format"]],
  ["the borders between rooms", "npm", ["run", "lint:borders"]],
  ["unused files and dependencies", "npm", ["run", "lint:unused"]],
  ["the spec's lint rules", "npm", ["run", "lint:spec"]],
  ["generate leaves the tree clean", "npm", ["run", "generate"]],
  ["check --full", "npm", ["run", "check", "--", "--full"]],
  ["the tests", "npm", ["test", "--", "--ci", "--json", `--outputFile=${report}`]],
  ["the budgets", "npm", ["run", "budgets", "--", "--no-report"]],
  ["the runtimes", "npm", ["run", "test:runtimes"]],
  ["Prism's word on the mock", "npm", ["run", "test:prism"]],
  ["other people's projects", "npm", ["run", "test:consumers", "--", "--short"]],
  ["the workflows", "npm", ["run", "lint:workflows"]],
  ["the docs' lint rules", "npm", ["run", "lint:docs"]],
  ["the package's lint rules", "npm", ["run", "lint:package"]],
  ["a clean tree at the end", "git", ["diff", "--exit-code", "--stat"]],
];

const failed = steps.filter(([title, command, args]) => !passes(title, command, args)).map(([title]) => title);
const tests = testCounts();
rmSync(folder, { recursive: true });
for (const title of failed) console.log(`failed: ${title}`);
console.log(`${steps.length - failed.length + tests.passed} passed, ${failed.length + tests.failed} failed`);
process.exitCode = failed.length + tests.failed === 0 ? 0 : 1;

function passes(title, command, args) {
  console.log(`\n== ${title}: ${command} ${args.filter((arg) => !arg.startsWith("--outputFile")).join(" ")}`);
  const start = performance.now();
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...quiet } });
  console.log(`   ${Math.round((performance.now() - start) / 1000)} s`);
  return status === 0;
}

function testCounts() {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
