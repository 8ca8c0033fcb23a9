// Public documents of different houses: generated, compiled, imported, every operation called, every link followed. The table goes into
// test/REPORT.md; what is not as it should be is named, and ends the run with 1.      npm run corpus [-- NAME …]
// Fetches packages by exact version into a temporary folder; with names, takes those documents only and leaves the report alone.
import { spawnSync } from "node:child_process";
import { rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { countsOfDocument, countsOfPackage } from "./corpus/count.mjs";
import { compilers, documents } from "./corpus/documents.mjs";
import { cache, fetchDocument, install } from "./corpus/install.mjs";
import { brokenLinks, callOperations, compileErrors, importErrors } from "./corpus/judge.mjs";
import { machine, table, writeSection } from "./report-section.mjs";

const root = resolve(import.meta.dirname, "..");
const program = join(root, "generator", "dist", "command-line", "main.js");
const asked = process.argv.slice(2);
const versions = Object.entries(compilers).map(([version, spec]) => [version, install(`typescript-${version}`, spec)]);
const heads = ["document", "operations", "schemas", "generated in", ...versions.map(([version]) => `tsc ${version}`)];

const outcomes = documents.filter(({ name }) => asked.length === 0 || asked.includes(name)).map(tryDocument);
const text = [
  "## Public documents",
  `${machine()}. Written by \`npm run corpus\`. Operations and schemas: in the document = in the package. tsc: errors under`,
  "`--strict`, and more than that. Calls: every operation against the mock, with what it needs and with all that it has, that",
  "ended with data and a status of the document. Links: those that lead nowhere.",
  "",
  table(
    [...heads, "imported", "calls", "links"],
    outcomes.map(({ row }) => row),
  ),
  "",
  "What did not end so, and why:",
  "",
  ...outcomes.flatMap(({ notes }) => notes).map((note) => `- ${note}`),
].join("\n");
console.log(text);
if (asked.length === 0) writeSection("corpus", text.replace("documents\n", "documents\n\n"));
const faults = outcomes.flatMap(({ faults }) => faults);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** A row, notes for a reader, and what is not as it should be. */
function tryDocument(document) {
  const { name } = document;
  const spec = fetchDocument(document);
  const title = `${name}, \`${document.package ?? `../shared/${document.shared}`}\``;
  if (spec === undefined) return withoutRow(title, "is not here", []);
  const out = join(cache, "out", name);
  const start = performance.now();
  const { status, result } = generate(spec, out, name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status !== 0 || document.refused !== undefined) return refused(document, title, status, result);
  symlinkSync(join(root, "node_modules"), join(out, "node_modules"));
  const [before, after] = [countsOfDocument(spec), countsOfPackage(out, result.counts)];
  const errors = versions.map(([version, modules]) => [version, compileErrors(out, modules)]);
  const imported = importErrors(out);
  const calls = imported.length === 0 ? callOperations(spec, out) : { calls: 0, redirects: [], faults: [] };
  const links = brokenLinks(out);
  const row = [
    title,
    `${before.operations} = ${after.operations}`,
    `${before.schemas} = ${after.schemas}${after.inputs > 0 ? `, ${after.inputs} of them twice` : ""}`,
    `${seconds} s`,
    ...errors.map(([, list]) => list.length),
    imported.length === 0 ? "yes" : "**no**",
    `${calls.calls - calls.redirects.length - calls.faults.length} of ${calls.calls}`,
    links.length,
  ];
  const judged = judgeCalls(document, calls);
  const wrong = [
    ...["operations", "schemas"].filter((noun) => before[noun] !== after[noun]).map((noun) => `${noun} are lost`),
    ...errors.flatMap(([version, list]) => list.slice(0, 5).map((error) => `tsc ${version}: ${error}`)),
    ...imported,
    ...links.slice(0, 5).map((link) => `the link ${link} leads nowhere`),
    ...judged.faults,
  ];
  return { row, notes: judged.notes, faults: wrong.map((fault) => `${name}: ${fault}`) };
}

function generate(spec, out, name) {
  rmSync(out, { recursive: true, force: true });
  const args = ["generate", "--spec", spec, "--out", out, "--name", name, "--engine", "mustache", "--json"];
  const { status, stdout } = spawnSync(process.execPath, [program, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  return { status, result: JSON.parse(stdout) };
}

/** A document that can't be taken must say so by its problems. */
function refused({ name, refused: words, reason }, title, status, { problems = [] }) {
  const messages = problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
  const isAsSaid = status === 1 && words !== undefined && messages.every((message) => message.includes(words));
  const said = messages[0] ?? `exit code ${status}`;
  const note = `${name} is refused, "${said}"${reason === undefined ? "" : `: ${reason}`}`;
  return { ...withoutRow(title, "refused", isAsSaid ? [] : [`${name}: ${said}`]), notes: [note] };
}

function withoutRow(title, why, faults) {
  return { row: [title, why, ...Array.from({ length: versions.length + 5 }, () => "")], notes: [], faults };
}

/** Calls that did not end well: those that are known must fail, others must not. */
function judgeCalls({ name, known = {} }, { redirects, faults }) {
  const failed = new Set(faults.map(({ operation }) => operation));
  const redirected = [...new Set(redirects)];
  return {
    notes: [
      ...[...failed].map((operation) => `${name}, \`${operation}\`: ${known[operation] ?? "**not known**"}`),
      ...(redirected.length === 0
        ? []
        : [`${name}, ${redirected.length} operations: the document declares a redirect alone, and that is what came`]),
    ],
    faults: [
      ...faults.filter(({ operation }) => !Object.hasOwn(known, operation)).map((fault) => JSON.stringify(fault)),
      ...Object.keys(known)
        .filter((operation) => !failed.has(operation))
        .map((operation) => `${operation} is known to fail, and does not`),
    ],
  };
}
