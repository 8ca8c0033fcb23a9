import { spawnSync } from "node:child_process";
import { join } from "node:path";

interface Outcome {
  readonly name: string;
  readonly error?: string;
}

/** The built package, in a Node of its own: what a consumer's program meets. */
function outcomes(build: string): Outcome[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, "loop.mjs"), build], {
    encoding: "utf8",
  });
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
  });

  it.each(found)("$name", ({ error }) => {
    expect(error).toBeUndefined();
  });
});
