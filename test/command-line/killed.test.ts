import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
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

async function endAfter(milliseconds: number, signal: NodeJS.Signals): Promise<number | null> {
  const env = { ...process.env, ...withoutJava };
  const child = spawn(process.execPath, [program, ...args], { cwd: folder(), stdio: "ignore", env });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
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
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("audiences-codegen-"));
    const codes = [await endAfter(250, "SIGINT"), await endAfter(330, "SIGINT")];
    for (const code of codes) expect([0, 130]).toContain(code);
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith("audiences-codegen-"));
    expect(left).toEqual(before);
    expect(existsSync(join(folder(), "out", ".codegen-staging"))).toBe(false);
  });
});
