// The next release, planned: the document against the newest release's → version, changelog, one reviewable commit.
//   node scripts/release-plan.mjs [--since REF] [--json] [--dry-run]
import { createRequire } from "node:module";
import { parseArgs } from "node:util";

const require = createRequire(import.meta.url);
const { planRelease, writePlan } = require("../generator/dist/release/index.js");
const { GenerateError } = require("../generator/dist/problem.js");
const { printProblems } = require("../generator/dist/report/index.js");

const { values } = parseArgs({
  options: { since: { type: "string" }, json: { type: "boolean" }, "dry-run": { type: "boolean" } },
});
const cwd = process.cwd();

try {
  const plan = await planRelease({ cwd, since: values.since, signal: new AbortController().signal });
  if (!values["dry-run"]) writePlan(plan, cwd);
  console.log(values.json ? JSON.stringify(asJson(plan), null, 2) : asText(plan));
} catch (error) {
  if (!(error instanceof GenerateError)) throw error;
  process.stderr.write(printProblems(error.problems, { color: false, textOf: () => undefined }));
  process.exitCode = error.exitCode;
}

function asJson({ baseline, version, diff, entry, edits }) {
  const { bump, findings } = diff;
  return {
    version: 1,
    bump,
    baseline,
    next: version,
    entry: entry ?? null,
    findings,
    files: edits.map(({ path }) => path),
  };
}

function asText({ baseline, version, diff, entry, edits }) {
  const since = `since ${baseline.name} (${baseline.version})`;
  if (entry === undefined) return `none: nothing to release ${since}`;
  const done =
    edits.length === 0
      ? "planned already"
      : `${values["dry-run"] ? "would edit" : "edited"} ${edits.map(({ path }) => path).join(", ")}`;
  return `${diff.bump} ${since}: the next version is ${version}; ${done}\n\n${entry}\n\nNow \`npm run generate\`, and commit all of it as one.`;
}
