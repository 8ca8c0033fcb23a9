import { run, root } from "../support/command";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

describe("what the command says of itself", () => {
  it("lists its commands", () => {
    const { code, stdout } = run(["--help"]);
    expect(code).toBe(0);
    for (const command of ["generate", "check", "validate", "watch"]) expect(stdout).toContain(command);
  });

  it("lists the flags of a command", () => {
    const { code, stdout } = run(["generate", "--help"]);
    expect(code).toBe(0);
    const flags = ["--config", "--spec", "--out", "--name", "--engine", "--only", "--force", "--offline", "--json"];
    for (const flag of flags) expect(stdout).toContain(flag);
  });

  it("says its version and those of what takes part", () => {
    const { code, stdout } = run(["--version"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`audiences-codegen ${version}\nnode ${process.versions.node}\njava `);
    expect(stdout).toMatch(/^openapi-generator 7\.25\.0 /m);
    expect(stdout).toMatch(/^cache \//m);
  });
});

describe("a wrong command line ends with 2, and says what to do", () => {
  it.each([
    [[], "Usage: audiences-codegen"],
    [["genrate"], "Did you mean generate?"],
    [["generate", "--spce", "x.yaml"], "Did you mean --spec?"],
    [["generate", "--engine", "java"], "Allowed choices are auto, openapi-generator, mustache."],
    [["generate", "extra"], "too many arguments"],
    [["validate", "--config", "missing.yaml"], "missing.yaml"],
  ])("%j", (args, said) => {
    const { code, stdout, stderr } = run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });
});
