import { existsSync } from "node:fs";
import { join } from "node:path";
import { GenerateError } from "../../generator/problem";
import { awaitInTime, withinTime } from "../../generator/time-limit";
import { run, smallDocument, temporaryFolder, withoutJava, writeFiles } from "../support/command";

const folder = temporaryFolder();
const forever = (): never => {
  for (;;);
};

/** The exit code and the message of what something throws. */
async function refusal(work: () => unknown): Promise<[number, string]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof GenerateError) return [error.exitCode, error.message];
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("a step that takes too long", () => {
  beforeEach(() => void (process.env["AUDIENCES_CODEGEN_TIME_LIMIT"] = "0.05"));
  afterEach(() => delete process.env["AUDIENCES_CODEGEN_TIME_LIMIT"]);

  it("is ended in its own thread", async () => {
    expect(await refusal(() => withinTime("counting", forever))).toEqual([
      1,
      "counting took longer than 0.05 seconds, and was ended",
    ]);
    expect(withinTime("counting", () => 3)).toBe(3);
  });

  it("is ended within another", async () => {
    const inner = (): number => withinTime("inner", () => 2);
    expect(withinTime("outer", () => inner() + inner())).toBe(4);
    const [code, message] = await refusal(() => withinTime("outer", () => withinTime("inner", forever)));
    expect([code, message.replace(/^(inner|outer) /, "")]).toEqual([1, "took longer than 0.05 seconds, and was ended"]);
  });

  it("is stopped elsewhere", async () => {
    const stop = jest.fn();
    expect(await refusal(() => awaitInTime("waiting", new Promise(() => undefined), stop))).toEqual([
      1,
      "waiting took longer than 0.05 seconds, and was ended",
    ]);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it("leaves what is in time alone", async () => {
    const stop = jest.fn();
    expect(await awaitInTime("waiting", Promise.resolve(3), stop)).toBe(3);
    await expect(awaitInTime("waiting", Promise.reject(new Error("own")), stop)).rejects.toThrow("own");
    expect(() =>
      withinTime("throwing", () => {
        throw new Error("own");
      }),
    ).toThrow("own");
    expect(stop).not.toHaveBeenCalled();
  });

  it("is told by the command, and nothing is written", () => {
    const env = { ...withoutJava, AUDIENCES_CODEGEN_TIME_LIMIT: "0.001" };
    const cwd = writeFiles(folder(), { "spec.yaml": smallDocument });
    const { code, stderr } = run(["generate", "--spec", "spec.yaml", "--out", "out", "--name", "x"], { cwd, env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error too-slow \S.* took longer than 0\.001 seconds, and was ended\n/);
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });
});
