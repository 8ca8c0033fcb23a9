import { readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, smallDocument, temporaryFolder, withoutJava, writeFiles } from "../support/command";

const folder = temporaryFolder();

/** Node 22 and later keep theirs in a format of their own. */
const withOwnCache = process.versions.node.startsWith("20.") ? describe : describe.skip;

withOwnCache("the cache of compiled code", () => {
  const generate = (cache: string) =>
    run(["generate", "--spec", "spec.yaml", "--out", "out", "--name", "x", "--force"], {
      cwd: folder(),
      env: { ...withoutJava, AUDIENCES_CODEGEN_CACHE: join(folder(), cache) },
    });

  it("is made by the first run and read by the next; a broken one, or one that can't be, only costs time", () => {
    writeFiles(folder(), { "spec.yaml": smallDocument, file: "not a folder" });
    const first = generate("cache");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    const files = readdirSync(join(folder(), "cache", "code"));
    const name = new RegExp(`^${process.version}-${process.arch}-[0-9a-f]{8}-(main|types)\\.bin$`);
    expect(files.filter((file) => name.test(file))).toEqual(files);
    expect(files).toHaveLength(2);
    expect(generate("cache").stdout).toContain("0 written");
    for (const name of files) {
      const path = join(folder(), "cache", "code", name);
      const bytes = readFileSync(path);
      writeFileSync(path, Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.alloc(bytes.length / 2)]));
    }
    expect(generate("cache")).toMatchObject({ code: 0, stderr: "" });
    for (const name of files) writeFileSync(join(folder(), "cache", "code", name), "x");
    expect(generate("cache")).toMatchObject({ code: 0, stderr: "" });
    expect(generate("file")).toMatchObject({ code: 0, stderr: "" });
  });

  it("keeps nothing that was not made anew for a month", () => {
    const code = join(folder(), "cache", "code");
    writeFiles(folder(), { "spec.yaml": smallDocument, "cache/code/old.bin": "x", "cache/code/young.bin": "x" });
    const days = (count: number): Date => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
    utimesSync(join(code, "old.bin"), days(31), days(31));
    utimesSync(join(code, "young.bin"), days(29), days(29));
    expect(generate("cache")).toMatchObject({ code: 0, stderr: "" });
    expect(readdirSync(code)).toContain("young.bin");
    expect(readdirSync(code)).not.toContain("old.bin");
  });
});
