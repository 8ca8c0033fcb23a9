import type { Drift } from "./check";

const longestDiff = 60;
const longestOutput = 300;

/** Unified diffs from what is on disk to what generate makes; long ones are cut, and say by how much. */
export function printDiffs(out: string, drifts: readonly Drift[]): string {
  const { createTwoFilesPatch } = require("diff") as typeof import("diff");
  const lines: string[] = [];
  for (const { path, found = "", wanted = "", kind } of drifts) {
    if (kind === "extra") continue;
    const patch = createTwoFilesPatch(
      `${out}/${path}`,
      `${out}/${path} (generated)`,
      found,
      wanted,
      undefined,
      undefined,
      { context: 2 },
    );
    const own = patch.trimEnd().split("\n").slice(1);
    lines.push(...own.slice(0, longestDiff));
    if (own.length > longestDiff) lines.push(`… ${own.length - longestDiff} more lines`);
  }
  if (lines.length <= longestOutput) return lines.join("\n");
  return [...lines.slice(0, longestOutput), `… ${lines.length - longestOutput} more lines in all`].join("\n");
}
