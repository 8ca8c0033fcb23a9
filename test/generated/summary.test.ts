import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createPatch } from "diff";
import { root, run, temporaryFolder, writeFiles } from "../support/command";
import { listFiles } from "../../generator/emit/tree";

const folder = temporaryFolder();

/** What a maintainer who edits one sentence sees in the diff. */
it("a summary that is edited changes that text wherever it is printed, and the lock, and nothing else", () => {
  const spec = readFileSync(join(root, "spec/audiences.yaml"), "utf8");
  writeFiles(folder(), { "spec.yaml": spec });
  const generate = () => run(["generate", "--spec", "spec.yaml", "--out", "out", "--name", "x", "--engine", "mustache"], { cwd: folder() });
  const read = () => new Map(listFiles(join(folder(), "out")).map((path) => [path, readFileSync(join(folder(), "out", path), "utf8")]));
  expect(generate().code).toBe(0);
  const before = read();
  expect(spec.match(/summary: Get audience$/gm)).toHaveLength(1);
  writeFiles(folder(), { "spec.yaml": spec.replace("summary: Get audience", "summary: Get one audience, by its ID") });
  expect(generate().code).toBe(0);
  const after = read();
  expect([...after.keys()]).toEqual([...before.keys()]);
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(changed).toEqual([
    "README.md",
    "codegen.lock.json",
    "docs/AudiencesApi.md",
    "docs/README.md",
    "docs/index.json",
    "docs/llms.txt",
    "openapi.json",
    "src/client.ts",
    "src/openapi.ts",
    "src/operations/audiences.ts",
  ]);
  for (const path of changed.filter((name) => name !== "codegen.lock.json")) {
    const patch = createPatch(path, before.get(path)!, after.get(path)!, "", "", { context: 0 });
    const lines = patch.split("\n").filter((line) => /^[-+](?![-+]{2} )/.test(line));
    const [removed, added] = ["-", "+"].map((sign) => lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1)));
    expect(added).toEqual(removed!.map((line) => line.replace("Get audience", "Get one audience, by its ID")));
  }
});
