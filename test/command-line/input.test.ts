import { chmodSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, smallDocument, temporaryFolder, withoutJava, writeFiles } from "../support/command";

const folder = temporaryFolder();
const generate = (...args: string[]) =>
  run(["generate", "--out", "out", "--name", "x", ...args], { cwd: folder(), env: withoutJava });

describe("a bad input: one message, the right exit code, nothing written", () => {
  it.each([
    ["a file that is not there", "missing.yaml", 4, "error unreadable-file missing.yaml does not exist"],
    ["a folder", "folder", 4, "error unreadable-file folder is a directory"],
    ["bad YAML", "bad.yaml", 1, "bad.yaml:2:1 error invalid-yaml"],
    ["OpenAPI 2.0", "swagger.json", 1, "error unsupported-version this is a Swagger 2.0 document"],
    [
      "an unresolved reference",
      "reference.yaml",
      1,
      "error unresolved-reference #/components/schemas/A does not exist",
    ],
  ])("%s", (_title, spec, code, said) => {
    writeFiles(folder(), {
      "bad.yaml": "openapi: [\n",
      "swagger.json": '{ "swagger": "2.0" }',
      "reference.yaml": smallDocument.replace("{ description: Nothing }", '{ $ref: "#/components/schemas/A" }'),
      "folder/x": "",
    });
    const ended = generate("--spec", spec);
    expect(ended).toEqual({ code, stdout: "", stderr: expect.stringContaining(said) as string });
    expect(ended.stderr.match(/ error /g) ?? [ended.stderr.startsWith("error ")]).toHaveLength(1);
    expect(ended.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(existsSync(join(folder(), "out"))).toBe(false);
  });

  it("an output folder that can't be made", () => {
    writeFiles(folder(), { "spec.yaml": smallDocument, out: "a file" });
    const { code, stderr } = generate("--spec", "spec.yaml");
    expect(code).toBe(4);
    expect(stderr).toContain("the output folder out is not a folder");
  });

  const asRoot = process.getuid?.() === 0;
  (asRoot ? it.skip : it)("an output folder without permission (not for root)", () => {
    writeFiles(folder(), { "spec.yaml": smallDocument, "locked/x": "" });
    chmodSync(join(folder(), "locked"), 0o500);
    expect(generate("--spec", "spec.yaml", "--out", "locked/out").code).toBe(4);
    chmodSync(join(folder(), "locked"), 0o700);
  });

  it("says the same as JSON", () => {
    const { code, stdout, stderr } = generate("--spec", "missing.yaml", "--json");
    expect({ code, stderr }).toEqual({ code: 4, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      command: "generate",
      ok: false,
      exitCode: 4,
      files: [],
      problems: [expect.objectContaining({ severity: "error", code: "unreadable-file" })],
    });
  });
});

describe("a configuration file", () => {
  it("names the document, the folder and the package; paths start from its own folder", () => {
    writeFiles(folder(), {
      "a/codegen.config.yaml": "spec: ../spec.yaml\nout: package\nname: small\nversion: 2.3.4\nengine: mustache\n",
      "spec.yaml": smallDocument,
    });
    const { code } = run(["generate", "--config", "a/codegen.config.yaml"], { cwd: folder() });
    expect(code).toBe(0);
    expect(readdirSync(join(folder(), "a", "package"))).toContain("package.json");
  });

  it.each([
    ["spce: spec.yaml\n", 'there is no key "spce"', "Did you mean spec?"],
    ["spec: [a]\n", "spec must be a string", ""],
    ["spec: spec.yaml\nname: Not A Name\n", "name", ""],
    ["- a\n", "holds no keys", ""],
  ])("%j is refused", (text, said, hint) => {
    writeFileSync(join(folder(), "codegen.config.yaml"), text);
    const { code, stderr } = run(["validate"], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).toContain(hint);
  });
});

describe("validate", () => {
  it("says that there is nothing to say", () => {
    writeFiles(folder(), { "spec.yaml": smallDocument });
    const ended = run(["validate", "--spec", "spec.yaml"], { cwd: folder() });
    expect(ended).toEqual({ code: 0, stdout: "spec.yaml has no problems\n", stderr: "" });
  });
});
