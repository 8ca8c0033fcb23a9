// One process, timed; and what figures of several make.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { quiet } from "../peers.mjs";

const time = "/usr/bin/time";

/** Whether the peak of a process's memory can be asked for here. */
export const knowsMemory = existsSync(time);

/** Runs a program to its end: `{ seconds, megabytes }`; `megabytes` is the peak of the largest process in it, or undefined. */
export function run([program, ...args], { cwd, codes = [0] }) {
  const peak = join(cwd, "peak");
  const command = knowsMemory ? [time, "-q", "-f", "%M", "-o", peak, program, ...args] : [program, ...args];
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...quiet },
    maxBuffer: 2 ** 28,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!codes.includes(status))
    throw new Error(`${[program, ...args].join(" ")} ended with ${status}:\n${stdout}\n${stderr}`);
  const megabytes = knowsMemory ? Number(readFileSync(peak, "utf8").trim().split("\n").at(-1)) / 1024 : undefined;
  rmSync(peak, { force: true });
  return { seconds, megabytes };
}

/** What is under way, on one line that the next takes; for someone who watches. */
export function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r${text.padEnd(78)}\r`);
}

export function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Contestants in turns (A B C A B C …): one turn that does not count, then `turns`. A list per contestant, a figure per turn, so that
 * figures of one turn, taken beside each other, can be compared.
 */
export function inTurns(contestants, turns, once) {
  const figures = contestants.map(() => []);
  for (let turn = 0; turn <= turns; turn += 1) {
    contestants.forEach((contestant, index) => {
      progress(`turn ${turn} of ${turns}: ${contestant.name}`);
      const figure = once(contestant, turn);
      if (turn > 0) figures[index].push(figure);
    });
  }
  progress("");
  return figures;
}

/** The median of the ratios of neighbours. */
export function ratio(ours, theirs, of = ({ seconds }) => seconds) {
  return median(ours.map((figure, turn) => of(figure) / of(theirs[turn])));
}

/** A target, and whether it is met: `0.52 (≤ 0.8: yes)`. */
export function verdict(figure, limit) {
  return `${figure.toFixed(2)} (≤ ${limit}: ${figure <= limit ? "yes" : "**no**"})`;
}
