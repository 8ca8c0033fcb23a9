import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { root, temporaryFolder, withoutJava, writeFiles, type Ended } from "../support/command";

jest.setTimeout(120_000);

const folder = temporaryFolder();
const scripts = join(root, "scripts");
const document = readFileSync(join(root, "test/fixtures/_history_/first.yaml"), "utf8");

/** A `gh` that notes what it is asked, and says that there is no pull request, or one. */
const gh = `#!/bin/sh
echo "$@" >>"$LOG"
case "$1 $2" in
  "pr list") if [ -n "$OPEN" ]; then echo "$OPEN"; fi ;;
  "pr create" | "pr edit")
    while [ $# -gt 0 ]; do
      if [ "$1" = --body-file ]; then cp "$2" "$LOG.body"; fi
      shift
    done ;;
esac
`;

/** An \`npm\` that packs as the real one does, and only notes that it is to publish. */
const npm = `#!/bin/sh
if [ "$1" = publish ]; then
  shift 2
  echo "publish $@ config=$(cat "\${NPM_CONFIG_USERCONFIG:-/dev/null}")" >>"$LOG"
else
  exec "$NPM" "$@"
fi
`;

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Ended {
  const path = [join(folder(), "bin"), process.env["PATH"]].join(":");
  const log = { LOG: join(folder(), "log"), NPM: which("npm"), OPEN: "" };
  const clean = { GITHUB_ACTIONS: undefined, NODE_AUTH_TOKEN: undefined };
  const own = { ...process.env, JAVA_HOME: withoutJava["JAVA_HOME"], ...clean, PATH: path, ...log, ...env };
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: join(folder(), "work"),
    encoding: "utf8",
    env: own,
  });
  return { code: status, stdout, stderr };
}

function which(name: string): string {
  return spawnSync("which", [name], { encoding: "utf8" }).stdout.trim();
}

function git(...args: string[]): string {
  const own = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  const { code, stdout, stderr } = run("git", [...own, ...args]);
  if (code !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

function log(): string {
  return existsSync(join(folder(), "log")) ? readFileSync(join(folder(), "log"), "utf8") : "";
}

/** A repository with a remote, at the release 0.1.0 of its package. */
function repository(): void {
  writeFiles(folder(), { "bin/gh": gh, "bin/npm": npm });
  for (const name of ["gh", "npm"]) chmodSync(join(folder(), "bin", name), 0o755);
  writeFiles(join(folder(), "work"), {
    ".gitignore": "node_modules\ndist\n",
    "codegen.config.yaml": "spec: spec/api.yaml\nname: audiences\nversion: 0.1.0\nengine: mustache\n",
    "spec/api.yaml": document,
    "spec/released.yaml": `# The document of release 0.1.0, the newest. Written by \`npm run release:plan\`; never edited.\n${document}`,
    "spec/CHANGELOG.md": "# Changelog\n\n## 0.1.0\n\nThe first.\n",
  });
  mkdirSync(join(folder(), "remote"));
  git("init", "--quiet", "--bare", "../remote");
  git("init", "--quiet", "--initial-branch=main");
  git("remote", "add", "origin", "../remote");
  const generated = run(process.execPath, [join(root, "generator/dist/command-line/main.js"), "generate"]);
  expect([generated.code, generated.stderr]).toEqual([0, ""]);
  git("add", "--all");
  git("commit", "--quiet", "--message", "begin");
  git("push", "--quiet", "origin", "main");
}

function propose(env: NodeJS.ProcessEnv = {}): Ended {
  return run("bash", [join(scripts, "propose-regenerated.sh")], env);
}

describe("propose-regenerated.sh", () => {
  it("does nothing where everything is as committed", () => {
    repository();
    expect(propose()).toMatchObject({ code: 0, stdout: expect.stringContaining("everything is up to date") as string });
    expect(log()).toBe("");
  });

  it("opens one pull request with version, changelog, surface and checklist; the next run updates it; no secret is said", () => {
    const secret = { GH_TOKEN: "ghs_secret" };
    repository();
    writeFiles(join(folder(), "work"), {
      "spec/api.yaml": document.replace(
        "{ name: search_query, in: query, schema: { type: string } }",
        "{ name: text, in: query, schema: { type: string } }",
      ),
    });
    const ended = propose({ ...secret, CHECKS: "ci.yml" });
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    expect(log()).toContain("label create semver:major");
    expect(log()).toMatch(
      /pr create --head regenerate --title chore\(release\): 0\.2\.0 \(major\) --body-file \S+ --label semver:major/,
    );
    expect(log()).toContain("workflow run ci.yml --ref regenerate");
    const body = readFileSync(join(folder(), "log.body"), "utf8");
    expect(body).toContain("**major**: the next version is **0.2.0** (after 0.1.0).");
    expect(body).toContain("- `client.audiences.list` no longer takes `search_query`. Leave it out.");
    expect(body).toContain("\n-  search_query?: string\n+  text?: string\n");
    expect(body).toContain("- [ ] Could an alias");
    const files = git("show", "--name-only", "--format=%s", "refs/remotes/origin/regenerate");
    expect(files.split("\n")[0]).toBe("chore(release): 0.2.0 (major)");
    for (const path of [
      "codegen.config.yaml",
      "spec/CHANGELOG.md",
      "spec/api.yaml",
      "generated/CHANGELOG.md",
      "generated/package.json",
      "generated/surface.md",
    ])
      expect(files).toContain(`\n${path}\n`);

    git("reset", "--quiet", "--hard", "HEAD~1");
    writeFiles(join(folder(), "work"), { "spec/api.yaml": document.replace("List audiences", "List all audiences") });
    const again = propose({ ...secret, OPEN: "7" });
    expect(again.code).toBe(0);
    expect(log()).toMatch(
      /pr edit 7 --title chore\(release\): 0\.1\.1 \(patch\) --body-file \S+ --add-label semver:patch/,
    );
    expect(readFileSync(join(folder(), "log.body"), "utf8")).toContain("The surface is as it was.");
    for (const { stdout, stderr } of [ended, again]) expect(stdout + stderr + log()).not.toContain("ghs_secret");
  });
});

describe("release.sh", () => {
  it("shows what it would do; then publishes with provenance, tags, and writes a branch whose root is the package", () => {
    repository();
    symlinkSync(join(root, "node_modules"), join(folder(), "work/generated/node_modules"));
    const { code, stdout } = run("bash", [join(scripts, "release.sh")]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^audiences 0\.1\.0: sha256 [0-9a-f]{64}\n/);
    expect(stdout).toMatch(
      /dry run: would publish audiences 0\.1\.0, tag v0\.1\.0, and set release to [0-9a-f]{12}\n$/,
    );
    expect(log()).toMatch(/^publish --dry-run --access public/);
    expect(git("ls-remote", "origin")).not.toMatch(/release|v0/);

    const ended = run("bash", [join(scripts, "release.sh"), "--publish"], { NODE_AUTH_TOKEN: "npm_secret" });
    expect(ended.code).toBe(0);
    expect(log()).toMatch(/\npublish --provenance --access public .*:_authToken=\$\{NODE_AUTH_TOKEN\}\n$/);
    expect(ended.stdout + ended.stderr + log()).not.toContain("npm_secret");
    expect(git("ls-remote", "origin")).toMatch(/refs\/heads\/release\n.*refs\/tags\/v0\.1\.0\n/);
    git("fetch", "--quiet", "origin", "release");
    const files = git("ls-tree", "-r", "--name-only", "FETCH_HEAD").split("\n");
    expect(files).toEqual(
      expect.arrayContaining(["README.md", "dist/esm/index.js", "dist/cjs/index.d.ts", "package.json"]),
    );
    expect(files.some((path) => path.startsWith("src/") || path.startsWith("generated/"))).toBe(false);
    const manifest = JSON.parse(git("show", "FETCH_HEAD:package.json")) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: "audiences", version: "0.1.0" });
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(["scripts"]));
    expect(manifest).not.toHaveProperty("devDependencies");

    const again = run("bash", [join(scripts, "release.sh"), "--publish"]);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("v0.1.0 is released already") as string });
  });
});

describe("the workflows", () => {
  const folderOfWorkflows = join(root, ".github/workflows");
  const texts = ["ci", "regenerate", "release"].map(
    (name) => [name, readFileSync(join(folderOfWorkflows, `${name}.yml`), "utf8")] as const,
  );

  it.each(texts)("%s: least permissions, every action by its commit, no script of its own", (_name, text) => {
    expect(text).toMatch(/^permissions:( \{\}|\n {2}contents: read\n)/m);
    for (const [, used] of text.matchAll(/uses: (?!<owner>)(\S+)/g))
      expect(used).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    for (const [, command] of text.matchAll(/- run: (.*)/g)) expect(command).toMatch(/^(npm|npx|bash) [^|;&]*$/);
    expect(text).not.toMatch(/run: .*\$\{\{/);
  });

  it("call scripts that exist", () => {
    for (const [, text] of texts)
      for (const [, path] of text.matchAll(/bash (?:"\$SCRIPTS\/)?([\w./-]+)/g)) {
        expect([path, existsSync(join(root, path!)) || existsSync(join(scripts, path!))]).toEqual([path, true]);
      }
  });
});
