// Time and memory of `generate` on documents of 100 to 3,200 operations: what does twice as much cost?
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { largeDocument } from "../large-document.mjs";
import { table } from "../report-section.mjs";
import { inTurns, knowsMemory, median, ratio, run, verdict } from "./process.mjs";

const limit = 2.2;
const sizes = [100, 200, 400, 800, 1600, 3200];

/** A text for the report. */
export function growth({ turns, folder, program }) {
  const contestants = sizes.map((size) => {
    const spec = join(folder, `operations-${size}.json`);
    writeFileSync(spec, JSON.stringify(largeDocument(size)));
    return { name: String(size), spec };
  });
  const out = join(folder, "grown");
  const figures = inTurns(contestants, turns, ({ spec }) => {
    const figure = run(
      [process.execPath, program, "generate", "--spec", spec, "--out", out, "--name", "x", "--engine", "mustache"],
      { cwd: folder },
    );
    rmSync(out, { recursive: true });
    return figure;
  });
  const rows = sizes.map((size, index) => {
    const [own, half] = [figures[index], figures[index - 1]];
    const seconds = median(own.map((figure) => figure.seconds)).toFixed(2);
    const megabytes = knowsMemory ? median(own.map((figure) => figure.megabytes)).toFixed(0) : "not known here";
    if (half === undefined) return [size, seconds, "", megabytes, ""];
    const memory = knowsMemory
      ? verdict(
          ratio(own, half, (figure) => figure.megabytes),
          limit,
        )
      : "";
    return [size, seconds, verdict(ratio(own, half), limit), megabytes, memory];
  });
  return `### Growth, ${turns} turns\n\n${table(["operations", "seconds (median)", "of half", "peak MB", "of half"], rows)}`;
}
