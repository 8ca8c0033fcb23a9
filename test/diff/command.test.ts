import { run, temporaryFolder, writeFiles, smallDocument, type Ended } from "../support/command";

const folder = temporaryFolder();

const edits = {
  none: smallDocument.replace("version: 1.0.0", "version: 1.0.1"),
  patch: smallDocument.replace("List the things", "List all things"),
  minor: smallDocument.replace(
    "responses:",
    "parameters: [{ name: size, in: query, schema: { type: integer } }]\n      responses:",
  ),
  major: smallDocument.replaceAll("things_list", "things_all"),
};

function diff(bump: keyof typeof edits, ...flags: string[]): Ended {
  writeFiles(folder(), { "old.yaml": smallDocument, "new.yaml": edits[bump] });
  return run(["diff", "old.yaml", "new.yaml", ...flags], { cwd: folder() });
}

describe("diff OLD NEW", () => {
  it("says what happens to callers, where, and what to do", () => {
    expect(diff("major")).toEqual({
      code: 0,
      stderr: "",
      stdout: `major: 2 major (Small 1.0.0 → 1.0.0)

major operation-renamed \`client.things.list\` is now called \`client.things.all\`
  old old.yaml:6:5 #/paths/~1things/get
  new new.yaml:6:5 #/paths/~1things/get
  to do: Rename the calls.

major operation-renamed \`thingsList\` is now called \`thingsAll\`
  old old.yaml:6:5 #/paths/~1things/get
  new new.yaml:6:5 #/paths/~1things/get
  to do: Rename the calls.
`,
    });
  });

  it("says so where nothing happens to them", () => {
    expect(diff("none").stdout).toBe("none: nothing changes for callers (Small 1.0.0 → 1.0.1)\n");
  });

  it("prints one JSON object", () => {
    const { stdout } = diff("minor", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      command: "diff",
      ok: true,
      exitCode: 0,
      bump: "minor",
      findings: [
        {
          code: "parameter-added",
          severity: "minor",
          subject: { kind: "operation", name: "things_list" },
          member: "size",
          message: "`client.things.list` also takes `size`",
          pointers: { new: "#/paths/~1things/get/parameters/0" },
          shownBy: "types",
        },
      ],
    });
  });

  it("prints Markdown for a pull request", () => {
    expect(diff("patch", "--markdown").stdout).toBe(
      "**patch: 1 patch (Small 1.0.0 → 1.0.0)**\n\n### Texts and examples\n\n- The description of `client.things.list` changed. Read it.\n",
    );
  });

  it.each([
    ["none", "patch", 0],
    ["patch", "minor", 0],
    ["patch", "patch", 1],
    ["minor", "major", 0],
    ["minor", "minor", 1],
    ["major", "patch", 1],
  ] as const)("%s changes with --fail-on %s: exit code %i", (bump, severity, code) => {
    expect(diff(bump, "--fail-on", severity).code).toBe(code);
  });

  it("refuses a document with problems as every command does", () => {
    writeFiles(folder(), { "old.yaml": smallDocument, "new.yaml": "openapi: 3.0.3\n" });
    const { code, stderr } = run(["diff", "old.yaml", "new.yaml"], { cwd: folder() });
    expect(code).toBe(1);
    expect(stderr).toContain("new.yaml:1:1 error");
  });

  it("needs two documents", () => {
    expect(run(["diff", "old.yaml"], { cwd: folder() })).toMatchObject({
      code: 2,
      stderr: "error: missing required argument 'new'\n",
    });
  });
});

describe("impact OLD NEW --consumer DIR", () => {
  const consumer = {
    "there/tsconfig.json":
      '{ "compilerOptions": { "strict": true, "module": "nodenext", "lib": ["es2022", "dom"], "types": [] } }',
    "there/package.json": '{ "type": "module" }',
    "there/call.ts": 'import { createClient } from "small";\nawait createClient().things.list();\n',
  };

  it("names the line that breaks, and why; exit code 1", () => {
    writeFiles(folder(), { ...consumer, "old.yaml": smallDocument, "new.yaml": edits.major });
    const ended = run(["impact", "old.yaml", "new.yaml", "--consumer", "there", "--name", "small"], { cwd: folder() });
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain(
      "call.ts:2:29 TS2339: Property 'list' does not exist on type 'ThingsApi'.\n  operation-renamed `client.things.list`",
    );
    expect(ended.stdout).toContain("\nthere: 1 line breaks\n");
  });

  it("says so where every line still compiles; exit code 0", () => {
    writeFiles(folder(), { ...consumer, "old.yaml": smallDocument, "new.yaml": edits.minor });
    const ended = run(["impact", "old.yaml", "new.yaml", "--consumer", "there", "--name", "small"], { cwd: folder() });
    expect(ended.stdout).toContain("\nthere: every line still compiles\n");
    expect(ended.code).toBe(0);
  });

  it("asks for what it needs", () => {
    writeFiles(folder(), { "old.yaml": smallDocument, "new.yaml": edits.minor });
    const args = ["impact", "old.yaml", "new.yaml"];
    expect(run(args, { cwd: folder() })).toMatchObject({ code: 2 });
    expect(run([...args, "--consumer", "."], { cwd: folder() }).stderr).toContain("error no-name");
    const { code, stderr } = run([...args, "--consumer", ".", "--name", "small"], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain("has no tsconfig.json");
  });
});
