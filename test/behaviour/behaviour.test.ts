import { spawnSync } from "node:child_process";
import { join } from "node:path";

interface Outcome {
  readonly name: string;
  readonly error?: string;
  readonly skipped?: string;
}

/** The built package, in a Node of its own, beside the mock: what a consumer's program meets. */
function outcomes(build: string): Outcome[] {
  const node = process.execPath;
  const args = [join(__dirname, "with-mock.mjs"), node, join(__dirname, "loop.mjs"), build];
  const { stdout, stderr, status } = spawnSync(node, args, { encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return [
    ...lines.map((line) => JSON.parse(line) as Outcome),
    { name: "every case settles", ...(status === 0 ? {} : { error: `exit code ${status}` }) },
    { name: "nothing on stderr", ...(stderr && { error: stderr }) },
  ];
}

describe.each(["esm", "cjs"])("the %s build", (build) => {
  const found = outcomes(build);

  it("ran every case", () => {
    expect(found.length).toBeGreaterThan(30);
    expect(found.filter(({ skipped }) => skipped !== undefined)).toEqual([]);
  });

  it.each(found)("$name", ({ error }) => {
    expect(error).toBeUndefined();
  });
});
