// From saving the document to the files on disk under `watch`, against a cold `generate`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { table } from "../report-section.mjs";
import { median, progress, ratio, run, verdict } from "./process.mjs";

const limit = 0.5;

/** A text for the report. */
export async function watching({ specs, turns, folder, program }) {
  const rows = [];
  for (const spec of specs) {
    const { saved, cold } = await measure({ spec, turns, folder: join(folder, `watch-${basename(spec)}`), program });
    const [ours, theirs] = [saved, cold].map((figures) => median(figures.map(({ seconds }) => seconds)).toFixed(2));
    rows.push([basename(spec), ours, theirs, verdict(ratio(saved, cold), limit)]);
  }
  return `### Watch, ${turns} turns\n\n${table(["", "from saving to the files on disk", "cold `generate`", "ratio"], rows)}`;
}

async function measure({ spec, turns, folder, program }) {
  mkdirSync(join(folder, "spec"), { recursive: true });
  const copy = join(folder, "spec", basename(spec));
  copyFileSync(spec, copy);
  const flags = (out) => ["--spec", copy, "--out", join(folder, out), "--name", "x", "--engine", "mustache"];
  const child = spawn(process.execPath, [program, "watch", ...flags("watched")], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lock = join(folder, "watched", "codegen.lock.json");
  const saved = [];
  const cold = [];
  try {
    child.stdout.resume();
    await changed(lock, "");
    for (let turn = 0; turn <= turns; turn += 1) {
      progress(`watch ${basename(spec)}: turn ${turn} of ${turns}`);
      await pause(500);
      const before = readFileSync(lock, "utf8");
      const text = edited(readFileSync(copy, "utf8"), turn);
      const start = process.hrtime.bigint();
      writeFileSync(copy, text);
      await changed(lock, before);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      const figure = run([process.execPath, program, "generate", ...flags("cold")], { cwd: folder });
      rmSync(join(folder, "cold"), { recursive: true });
      if (turn === 0) continue;
      saved.push({ seconds });
      cold.push(figure);
    }
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
    progress("");
  }
  return { saved, cold };
}

/** The lock is written last: when it is another, the files are there. */
async function changed(lock, before) {
  const deadline = Date.now() + 120_000;
  while (!existsSync(lock) || readFileSync(lock, "utf8") === before) {
    if (Date.now() > deadline) throw new Error("watch wrote nothing for two minutes");
    await pause(2);
  }
}

/** The document with another word in its first summary. */
function edited(text, turn) {
  return text.replace(/("?summary"?: ['"]?)(?:Edited \d+ )?/, `$1Edited ${turn} `);
}
