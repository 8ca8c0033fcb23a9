import { appendFileSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, smallDocument, temporaryFolder, withoutJava, writeFiles } from "../support/command";

const folder = temporaryFolder();
const at = (path: string): string => join(folder(), path);
const call = (command: string, ...args: string[]) =>
  run([command, "--spec", "spec.yaml", "--out", "out", "--name", "x", ...args], { cwd: folder(), env: withoutJava });

beforeEach(() => {
  writeFiles(folder(), { "spec.yaml": smallDocument });
  expect(call("generate").code).toBe(0);
});

describe("generate", () => {
  it("does nothing the second time", () => {
    expect(call("generate")).toEqual({ code: 0, stdout: "nothing to do: out is up to date\n", stderr: "" });
  });

  it("says which engine ran where it did not get its first choice", () => {
    expect(call("generate", "--force").stdout).toMatch(/^engine: mustache \(no Java on the PATH\)\n/);
  });

  it("removes what it made and makes no more", () => {
    const other = smallDocument.replace("tags: [things]", "tags: [others]");
    expect(existsSync(at("out/docs/ThingsApi.md"))).toBe(true);
    writeFileSync(at("spec.yaml"), other);
    expect(call("generate").code).toBe(0);
    expect(existsSync(at("out/docs/ThingsApi.md"))).toBe(false);
    expect(existsSync(at("out/docs/OthersApi.md"))).toBe(true);
  });

  it("refuses to overwrite what was changed by hand, and leaves everything", () => {
    appendFileSync(at("out/src/client.ts"), "// mine\n");
    const mine = readFileSync(at("out/src/client.ts"), "utf8");
    const lock = readFileSync(at("out/codegen.lock.json"), "utf8");
    appendFileSync(at("spec.yaml"), "tags: [{ name: things, description: Things. }]\n");
    const { code, stderr } = call("generate");
    expect(code).toBe(3);
    expect(stderr).toContain("out/src/client.ts was changed by hand");
    expect(readFileSync(at("out/src/client.ts"), "utf8")).toBe(mine);
    expect(readFileSync(at("out/codegen.lock.json"), "utf8")).toBe(lock);
    expect(call("generate", "--force").code).toBe(0);
    expect(readFileSync(at("out/src/client.ts"), "utf8")).not.toContain("// mine");
    expect(call("check").code).toBe(0);
  });

  it("refuses a folder that it did not make", () => {
    writeFiles(at("."), { "other/notes.txt": "mine" });
    const { code, stderr } = call("generate", "--out", "other");
    expect(code).toBe(3);
    expect(stderr).toContain("other/notes.txt is in a folder without a lock");
    expect(existsSync(at("other/package.json"))).toBe(false);
  });

  it("never writes through a symbolic link, not even with --force", () => {
    writeFiles(at("."), { "elsewhere/client.ts": "mine" });
    rmSync(at("out/src/client.ts"));
    symlinkSync(at("elsewhere/client.ts"), at("out/src/client.ts"));
    for (const args of [[], ["--force"]]) {
      const { code, stderr } = call("generate", ...args);
      expect(code).toBe(3);
      expect(stderr).toContain("src/client.ts is a symbolic link");
    }
    expect(readFileSync(at("elsewhere/client.ts"), "utf8")).toBe("mine");
  });

  it("makes one half with --only, and check compares that half", () => {
    expect(call("generate", "--out", "docs-only", "--only", "docs").code).toBe(0);
    expect(existsSync(at("docs-only/docs/ThingsApi.md"))).toBe(true);
    expect(existsSync(at("docs-only/src"))).toBe(false);
    expect(call("check", "--out", "docs-only", "--full").code).toBe(0);
  });

  it("lists what it did as JSON", () => {
    const { stdout } = call("generate", "--force", "--json");
    const result = JSON.parse(stdout) as { files: { path: string; action: string }[]; counts: object };
    expect(result).toMatchObject({ version: 1, command: "generate", ok: true, exitCode: 0 });
    expect(result.counts).toEqual({ operations: 1, schemas: 0, inputs: 0 });
    expect(result.files).toContainEqual({ path: "src/client.ts", action: "unchanged" });
  });
});

describe("check", () => {
  it("finds a changed byte, shows the difference and what to run, and writes nothing", () => {
    const text = readFileSync(at("out/docs/ThingsApi.md"), "utf8");
    const changed = text.replace("List the things", "Lost the things");
    writeFileSync(at("out/docs/ThingsApi.md"), changed);
    const { code, stdout, stderr } = call("check");
    expect(code).toBe(3);
    expect(stderr).toContain("out/docs/ThingsApi.md is not what generate makes");
    expect(stdout).toMatch(/^-.*Lost the things/m);
    expect(stdout).toMatch(/^\+.*List the things/m);
    expect(stdout).toContain("npm run generate");
    expect(readFileSync(at("out/docs/ThingsApi.md"), "utf8")).toBe(changed);
  });

  it("finds a missing file, one too many, and a changed lock", () => {
    rmSync(at("out/LICENSE"));
    writeFiles(folder(), { "out/src/extra.ts": "export {};\n" });
    const lock = readFileSync(at("out/codegen.lock.json"), "utf8");
    writeFileSync(
      at("out/codegen.lock.json"),
      lock.replace(/"src\/client\.ts": "\w/, (found) => `${found.slice(0, -1)}z`),
    );
    const { code, stderr } = call("check");
    expect(code).toBe(3);
    expect(stderr).toContain("out/LICENSE is missing");
    expect(stderr).toContain("out/src/extra.ts is not made by generate");
    expect(stderr).toContain("out/codegen.lock.json is not what generate makes");
  });

  it("finds an input that changed", () => {
    appendFileSync(at("spec.yaml"), "# a comment\n");
    const { code, stdout } = call("check");
    expect(code).toBe(3);
    expect(stdout).toContain("Only the lock is out of date");
  });

  it("leaves builds and installs out", () => {
    writeFiles(folder(), { "out/dist/esm/index.js": "", "out/node_modules/x/index.js": "" });
    expect(call("check", "--full")).toMatchObject({ code: 0, stdout: "out is up to date\n" });
  });
});
