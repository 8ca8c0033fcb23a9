// The text of a regeneration's pull request.
//   node scripts/pull-request-body.mjs PLAN.json SURFACE.diff
import { readFileSync } from "node:fs";

const [planFile, surfaceFile] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, "utf8"));
const surface = readFileSync(surfaceFile, "utf8").trim();
/** GitHub takes no longer body than 65,536 characters. */
const longest = 60_000;

const verdict =
  plan.bump === "none"
    ? "Nothing changes for callers: the document's own release, the templates or the generator did."
    : `**${plan.bump}**: the next version is **${plan.next}** (after ${plan.baseline.version}).`;
const checklist = [
  "Is the bump what you would tell a caller to expect?",
  "Does every entry of the changelog say what to do, in a caller's words?",
  "Is the surface's diff the size that the change deserves?",
  ...(plan.bump === "major"
    ? [
        "Could an alias (`aliases`), a default or a later release spare callers this?",
        "Did `audiences-codegen impact` run for the repositories you know of?",
      ]
    : []),
];
const parts = [
  verdict,
  ...(plan.entry === null ? [] : [plan.entry.replace(/^## /, "### "), ""]),
  ...(surface === ""
    ? ["The surface is as it was."]
    : [`<details><summary>The surface, before and after</summary>\n\n${fenced(surface)}\n\n</details>`]),
  "### For the reviewer",
  checklist.map((line) => `- [ ] ${line}`).join("\n"),
];
console.log(cut(parts.filter((part) => part !== "").join("\n\n")));

/** A fence that nothing inside can close. */
function fenced(text) {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}diff\n${text}\n${fence}`;
}

function cut(text) {
  return text.length <= longest ? text : `${text.slice(0, longest)}\n\n… cut; all of it is in the commit.`;
}
