import { spawnSync } from "node:child_process";
import { join } from "node:path";

it("1,000 calls at once leave nothing behind, whatever becomes of them", () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", join(__dirname, "memory.mjs"), String(seed)], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  // Bytes a round; a call that were kept would be some hundreds of bytes, a thousand times.
  expect([`SEED=${seed}`, Number(stdout) < 50_000]).toEqual([`SEED=${seed}`, true]);
});
