import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { program, root, run, temporaryFolder, withoutJava } from "../support/command";

const folder = temporaryFolder();
const args = ["generate", "--spec", join(root, "spec/audiences.yaml"), "--out", "out", "--name", "x"];
const seed = Number(process.env["SEED"] ?? Date.now() % 100_000);

/** Numbers from 0 to 1 that a seed brings back. */
function* randoms(start: number): Generator<number, never> {
  for (let state = start; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

/** Gives what a shell would: a signal that comes before the program listens for it ends Node itself, which a shell calls 128 and its number. */
async function endAfter(milliseconds: number, signal: NodeJS.Signals, env: object = withoutJava): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder(),
    stdio: "ignore",
    env: { ...process.env, ...env },
  });
  const ended = new Promise<number>((resolve) =>
    child.on("close", (code, by) => {
      resolve(code ?? 128 + constants.signals[by!]);
    }),
  );
  await setTimeout(milliseconds);
  child.kill(signal);
  return ended;
}

describe("a run that is ended", () => {
  it("by a kill at any moment: the same command finishes the job", async () => {
    console.info(`SEED=${seed}`);
    const random = randoms(seed);
    for (let round = 0; round < 10; round += 1) {
      const moment = 200 + random.next().value * 300;
      await endAfter(moment, "SIGKILL");
      const again = run(args, { cwd: folder(), env: withoutJava });
      expect({ moment, code: again.code, stderr: again.stderr }).toEqual({ moment, code: 0, stderr: "" });
      const check = run(["check", ...args.slice(1), "--full"], { cwd: folder(), env: withoutJava });
      expect({ moment, code: check.code }).toEqual({ moment, code: 0 });
      expect(readdirSync(join(folder(), "out"))).not.toContain(".codegen-staging");
      // Every other round begins with what is there, changed by another name.
      args[args.length - 1] = round % 2 === 0 ? "y" : "x";
    }
  }, 60_000);

  it("by Ctrl-C: 130, and no temporary folder is left", async () => {
    const temporary = join(folder(), "temporary");
    mkdirSync(temporary);
    for (const moment of [250, 400, 600, 900]) {
      const code = await endAfter(moment, "SIGINT", { TMPDIR: temporary });
      expect([0, 130]).toContain(code);
      expect(readdirSync(temporary)).toEqual([]);
      expect(existsSync(join(folder(), "out", ".codegen-staging"))).toBe(false);
    }
  });
});
