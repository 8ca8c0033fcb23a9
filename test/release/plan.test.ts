import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { nextVersion } from "../../generator/release/next-version";
import { root, temporaryFolder, writeFiles } from "../support/command";

jest.setTimeout(60_000);

const spec = readFileSync(join(root, "spec/audiences.yaml"), "utf8");
const folder = temporaryFolder();

const configuration = `# What is made.
spec: spec/audiences.yaml # the document
out: generated
name: pinterest-audiences
version: VERSION # the package's own
`;

const changelog = `# Changelog

What changed, newest first.

## VERSION

The one before.
`;

/** A repository at a release, with an edit of its document that nobody has released. */
function repository(version: string, from: string | RegExp, to: string): void {
  const edited = spec.replace(from, to);
  expect(edited).not.toBe(spec);
  const at = (text: string): string => text.replace("VERSION", version);
  writeFiles(folder(), {
    "codegen.config.yaml": at(configuration),
    "package-lock.json": `${JSON.stringify({ lockfileVersion: 3, packages: { "": {}, generated: { name: "pinterest-audiences", version } } }, null, 2)}\n`,
    "spec/audiences.yaml": edited,
    "spec/released.yaml": `# The document of release ${version}, the newest. Written by \`npm run release:plan\`; never edited.\n${spec}`,
    "spec/CHANGELOG.md": at(changelog),
  });
}

function plan(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const script = join(root, "scripts/release-plan.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder(),
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

function git(...args: string[]): void {
  const own = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  const { status, stderr } = spawnSync("git", [...own, ...args], { cwd: folder(), encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

function read(path: string): string {
  return readFileSync(join(folder(), path), "utf8");
}

const description = ["Get a specific audience given the audience ID.", "Get one audience by its ID."] as const;
const parameter = [
  /( +)- \$ref: "#\/components\/parameters\/ownership_type"\n/,
  "$&$1- { name: exclude_nca, in: query, schema: { type: boolean } }\n",
] as const;
const value = ["enum: [CUSTOM, SYNDICATED]", "enum: [CUSTOM]"] as const;

describe("release:plan, after an edit of the document", () => {
  it.each([
    [
      "a description",
      description,
      "patch",
      "0.1.1",
      "### Texts and examples\n\n- The description of `client.audiences.get` changed. Read it.",
    ],
    [
      "a new optional query parameter",
      parameter,
      "minor",
      "0.1.1",
      "### New\n\n- `client.audiences.list` also takes `exclude_nca`.",
    ],
    [
      "a value that a request no longer takes",
      value,
      "major",
      "0.2.0",
      '### Breaking\n\n- `AudienceSharingType` can\'t be `"SYNDICATED"` any more. Do not send it.',
    ],
  ] as const)("%s: version, changelog, configuration and lock", (_name, [from, to], bump, next, entry) => {
    repository("0.1.0", from, to);
    const { code, stdout, stderr } = plan("--json");
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      bump,
      baseline: { name: "spec/released.yaml", version: "0.1.0" },
      next,
    });
    expect(read("spec/CHANGELOG.md")).toBe(
      `# Changelog\n\nWhat changed, newest first.\n\n## ${next}\n\n${entry}\n\n## 0.1.0\n\nThe one before.\n`,
    );
    expect(read("codegen.config.yaml")).toBe(configuration.replace("VERSION", next));
    const lock = JSON.parse(read("package-lock.json")) as { packages: { generated: { version: string } } };
    expect(lock.packages.generated.version).toBe(next);
  });

  it.each([
    ["0.1.0", "none", "0.1.0"],
    ["0.1.0", "patch", "0.1.1"],
    ["0.1.0", "minor", "0.1.1"],
    ["0.1.9", "major", "0.2.0"],
    ["1.4.2", "none", "1.4.2"],
    ["1.4.2", "patch", "1.4.3"],
    ["1.4.2", "minor", "1.5.0"],
    ["1.4.2", "major", "2.0.0"],
  ] as const)("after %s, %s leads to %s", (released, bump, next) => {
    expect(nextVersion(released, bump)).toBe(next);
  });

  it("writes nothing with --dry-run, plans the same when asked again, and takes a plan back with its edit", () => {
    repository("0.1.0", ...value);
    expect(plan("--dry-run").stdout).toContain("would edit codegen.config.yaml, package-lock.json, spec/CHANGELOG.md");
    expect(read("codegen.config.yaml")).toBe(configuration.replace("VERSION", "0.1.0"));
    plan();
    const planned = read("spec/CHANGELOG.md");
    expect(plan().stdout).toContain("the next version is 0.2.0; planned already");
    expect(read("spec/CHANGELOG.md")).toBe(planned);
    writeFiles(folder(), { "spec/audiences.yaml": spec });
    expect(plan().stdout).toBe("none: nothing to release since spec/released.yaml (0.1.0)\n");
    expect(read("spec/CHANGELOG.md")).toBe(changelog.replace("VERSION", "0.1.0"));
    expect(read("codegen.config.yaml")).toBe(configuration.replace("VERSION", "0.1.0"));
  });

  it("records the document's own version, and does not follow it", () => {
    repository("0.1.0", "version: 5.14.0", "version: 6.0.0");
    expect(plan().stdout).toBe("none: nothing to release since spec/released.yaml (0.1.0)\n");
    writeFiles(folder(), {
      "spec/audiences.yaml": spec.replace("version: 5.14.0", "version: 6.0.0").replace(...description),
    });
    plan();
    expect(read("spec/CHANGELOG.md")).toContain(
      "## 0.1.1\n\nMade from release 6.0.0 of the API, before from 5.14.0.\n\n### Texts",
    );
  });
});

describe("what release:plan compares with", () => {
  it("the document of the newest tag, and notes it for clones without tags", () => {
    repository("0.1.0", ...description);
    writeFiles(folder(), {
      "spec/audiences.yaml": spec,
      "codegen.config.yaml": configuration.replace("VERSION", "0.9.0"),
    });
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--message", "release");
    git("tag", "v0.9.0");
    writeFiles(folder(), {
      "codegen.config.yaml": configuration.replace("VERSION", "0.10.0"),
      "spec/audiences.yaml": spec.replace(...description),
    });
    git("commit", "--quiet", "--all", "--message", "release");
    git("tag", "v0.10.0");
    writeFiles(folder(), { "spec/audiences.yaml": spec.replace(...description).replace(...value) });
    const { stdout } = plan("--json");
    expect(JSON.parse(stdout)).toMatchObject({
      bump: "major",
      baseline: { name: "v0.10.0", version: "0.10.0" },
      next: "0.11.0",
    });
    expect(read("spec/released.yaml")).toContain("# The document of release 0.10.0, the newest.");
    expect(parse(read("spec/released.yaml"))).toEqual(parse(spec.replace(...description)));
    expect(JSON.parse(plan("--json", "--since", "v0.9.0").stdout)).toMatchObject({
      baseline: { name: "v0.9.0" },
      next: "0.10.0",
    });
  });

  it("says what is missing where there is neither a tag nor the file", () => {
    repository("0.1.0", ...description);
    writeFiles(folder(), { "spec/released.yaml": "" });
    const { code, stderr } = plan();
    expect(code).toBe(4);
    expect(stderr).toContain(
      "error no-baseline there is no tag v* and no spec/released.yaml to compare with\n  hint: Tag the newest release",
    );
  });
});
