import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
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

interface Ending {
  readonly code: number | null;
  readonly by: NodeJS.Signals | null;
}

async function endAfter(milliseconds: number, signal: NodeJS.Signals, env: object = withoutJava): Promise<Ending> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder(),
    stdio: "ignore",
    env: { ...process.env, ...env },
  });
  const ended = new Promise<Ending>((resolve) =>
    child.on("close", (code, by) => {
      resolve({ code, by });
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
    args.push("--force");
    const codes: (number | null)[] = [];
    // A signal that comes before the program listens for it ends Node itself; one that comes late finds the run at its end.
    for (let moment = 100; moment < 4_000 && !codes.includes(130); moment += 60) {
      const { code, by } = await endAfter(moment, "SIGINT", { TMPDIR: temporary });
      codes.push(code);
      expect(by === "SIGINT" || code === 0 || code === 130).toBe(true);
      expect(readdirSync(temporary)).toEqual([]);
      expect(existsSync(join(folder(), "out", ".codegen-staging"))).toBe(false);
    }
    expect(codes).toContain(130);
  }, 60_000);
});
