// `check` and `generate` where nothing changed, against starting Node with an empty program.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "../report-section.mjs";
import { inTurns, median, ratio, run, verdict } from "./process.mjs";

const limit = 3;

/** A text for the report. */
export function nothingChanged({ spec, turns, folder, program }) {
  const out = join(folder, "unchanged");
  const empty = join(folder, "empty.js");
  writeFileSync(empty, "");
  const flags = ["--spec", spec, "--out", out, "--name", "x", "--engine", "mustache"];
  run([process.execPath, program, "generate", ...flags], { cwd: folder });
  const contestants = [
    { name: "Node with an empty program", command: [process.execPath, empty] },
    { name: "check", command: [process.execPath, program, "check", ...flags] },
    { name: "generate", command: [process.execPath, program, "generate", ...flags] },
  ];
  const figures = inTurns(contestants, turns, ({ command }) => run(command, { cwd: folder }));
  const rows = contestants.map(({ name }, index) => [
    name,
    median(figures[index].map(({ seconds }) => seconds)).toFixed(3),
    index === 0 ? "" : verdict(ratio(figures[index], figures[0]), limit),
  ]);
  return `### Nothing changed, ${turns} turns\n\n${table(["", "seconds (median)", "of an empty program"], rows)}`;
}
