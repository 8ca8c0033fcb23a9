// The packed package in other people's projects: installs the tarball into a copy of each folder of test/consumers, runs it against a server
// on this machine, and looks at what it prints.
//   node scripts/consumers.mjs [--short] [--only NAME]      --short: the part for CI
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createRequire } from "node:module";
import { serveFiles } from "../test/consumers/server.mjs";

const { values } = parseArgs({ options: { short: { type: "boolean", default: false }, only: { type: "string" } } });
const root = resolve(import.meta.dirname, "..");
const fixtures = join(root, "test/consumers");
const work = mkdtempSync(join(tmpdir(), "consumers-"));
const wanted = "list 60; n,c,u; true; 404 NotFoundError";
const quietly = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
const typescripts = values.short
  ? ["5.4", "5.9"]
  : Object.keys(manifestOf("typescript").devDependencies).map((name) => name.slice(3));
/** Without it openapi-fetch's own declarations do not compile. */
const skipsLibraries = (version) => Number(version) < 5.4;

/** What there is to try: a name, whether CI tries it, and what must be so. */
const consumers = [
  ["node-esm", true, async (folder) => expectCalls(await run(folder, "node", ["main.mjs"]))],
  ["node-commonjs", true, async (folder) => expectCalls(await run(folder, "node", ["main.cjs"]))],
  ["typescript", true, typescript],
  [
    "esbuild",
    true,
    bundler((folder, entry, out) =>
      run(folder, "npx", [
        "esbuild",
        entry,
        "--bundle",
        "--format=esm",
        "--platform=neutral",
        "--main-fields=module,main",
        `--outfile=${out}`,
        "--log-level=warning",
      ]),
    ),
  ],
  [
    "rollup",
    false,
    bundler((folder, entry, out) =>
      run(folder, "npx", ["rollup", entry, "--plugin", "node-resolve", "--format", "es", "--file", out, "--silent"]),
    ),
  ],
  [
    "vite",
    false,
    bundler((folder, entry) => run(folder, "npx", ["vite", "build", "--ssr", entry, "--logLevel", "error"])),
  ],
  [
    "webpack",
    false,
    bundler((folder, entry) => (entry.startsWith("main") ? run(folder, "npx", ["webpack"]) : undefined)),
  ],
  ["browser", false, browser],
  ["bun", false, async (folder) => expectCalls(await run(folder, "npx", ["bun", "main.mjs"]))],
  [
    "deno",
    false,
    async (folder) =>
      expectCalls(await run(folder, "npx", ["deno", "run", "-A", "--node-modules-dir=manual", "main.mjs"])),
  ],
  ["git", true, git],
  ["workspace", true, workspace],
];

const server = await startMockOf("spec/audiences.yaml");
const failures = [];
let tried = 0;
try {
  const tarball = await pack();
  for (const [name, isShort, attempt] of consumers) {
    if (values.only === undefined ? values.short && !isShort : values.only !== name) continue;
    tried += 1;
    const start = Date.now();
    try {
      server.reset();
      await attempt(await installed(name, tarball), tarball);
      console.log(`ok      ${name} (${seconds(start)})`);
    } catch (error) {
      failures.push(name);
      console.log(`failed  ${name} (${seconds(start)})\n${error.message.replaceAll(/^/gm, "        ")}`);
    }
  }
} finally {
  await server.close();
  rmSync(work, { recursive: true, force: true });
}
console.log(`${tried - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 && tried > 0 ? 0 : 1;

/** The tarball, packed twice: its bytes must not depend on when. */
async function pack() {
  await run(root, "npm", ["run", "build", "--workspace", "generated", "--silent"]);
  const tarballs = [];
  for (const time of ["first", "second"]) {
    const folder = join(work, time);
    mkdirSync(folder);
    await run(join(root, "generated"), "npm", [
      "pack",
      "--ignore-scripts",
      "--pack-destination",
      folder,
      "--loglevel=error",
    ]);
    tarballs.push(join(folder, readdirSync(folder)[0]));
  }
  if (!readFileSync(tarballs[0]).equals(readFileSync(tarballs[1]))) throw new Error("two packs differ");
  return tarballs[0];
}

/** A copy of a fixture with the package installed; `git` and `workspace` come to it in their own way. */
async function installed(name, tarball) {
  const folder = join(work, name);
  if (!existsSync(join(fixtures, name))) {
    mkdirSync(folder);
    return folder;
  }
  cpSync(join(fixtures, name), folder, { recursive: true });
  for (const file of ["calls.mjs", "functions-entry.mjs"]) cpSync(join(fixtures, file), join(folder, file));
  if (!existsSync(join(folder, "main.mjs"))) cpSync(join(fixtures, "node-esm/main.mjs"), join(folder, "main.mjs"));
  const dependencies = Object.entries(manifestOf(name).devDependencies ?? {});
  const chosen = dependencies.filter(([key]) => name !== "typescript" || typescripts.includes(key.slice(3)));
  await run(folder, "npm", [
    "install",
    "--no-save",
    ...quietly,
    tarball,
    ...chosen.map(([key, version]) => `${key}@${version}`),
  ]);
  return folder;
}

async function typescript(folder) {
  for (const version of typescripts) {
    for (const [module, resolution] of [
      ["nodenext", "nodenext"],
      ["esnext", "bundler"],
    ]) {
      const options = {
        strict: true,
        noEmit: true,
        target: "es2022",
        lib: ["es2022", "dom", "dom.iterable"],
        types: [],
        module,
        moduleResolution: resolution,
        skipLibCheck: skipsLibraries(version),
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["main.ts"] }));
      const bin = Object.values(
        JSON.parse(readFileSync(join(folder, `node_modules/ts-${version}/package.json`), "utf8")).bin,
      )[0];
      await run(folder, "node", [join(folder, `node_modules/ts-${version}`, bin), "-p", "."]).catch((error) => {
        throw new Error(`TypeScript ${version}, ${resolution}: ${error.message}`);
      });
    }
  }
}

/** Bundles all calls and runs them; bundles one function and looks for what it does not need. */
function bundler(bundle) {
  return async (folder) => {
    await bundle(folder, "main.mjs", "out/main.mjs");
    await bundle(folder, "functions-entry.mjs", "out/functions-entry.mjs");
    rmSync(join(folder, "node_modules/pinterest-audiences"), { recursive: true });
    expectCalls(await run(folder, "node", ["out/main.mjs"]));
    const file = ["out/functions-entry.mjs", "out/functions.mjs"].find((path) => existsSync(join(folder, path)));
    expect(await run(folder, "node", [file]), "2542620639259");
    const text = readFileSync(join(folder, file), "utf8");
    if (text.includes("/audiences/custom")) throw new Error("a bundle of one function holds another operation");
    if (!text.includes("/audiences/{audience_id}")) throw new Error("a bundle of one function does not hold it");
  };
}

async function browser(folder) {
  const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
    existsSync(path),
  );
  if (chromium === undefined) throw new Error("there is no Chromium on this system");
  await run(folder, "npx", [
    "esbuild",
    "page.mjs",
    "--bundle",
    "--format=esm",
    "--outfile=out/page.js",
    "--log-level=warning",
  ]);
  const script = readFileSync(join(folder, "out/page.js"), "utf8");
  const page = await serveFiles(
    new Map([
      ["/", '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'],
      ["/page.js", script],
    ]),
  );
  try {
    expectCalls(
      await run(folder, "node", ["visit.mjs"], { CHROMIUM: chromium, PAGE: `${page.origin}/?origin=${server.url}` }),
    );
  } finally {
    page.stop();
  }
}

/** A git URL: a repository whose branch `release` has the package at its root, as scripts/release.sh writes it. */
async function git(folder) {
  const source = join(folder, "source");
  const origin = join(folder, "origin.git");
  const user = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
  cpSync(join(root, "generated"), join(source, "generated"), {
    recursive: true,
    filter: (path) => !path.includes("node_modules"),
  });
  await run(folder, "git", ["init", "--quiet", "--bare", "--initial-branch=main", origin]);
  await run(source, "git", ["init", "--quiet"]);
  writeFileSync(join(source, ".gitignore"), "dist\nnode_modules\n");
  await run(source, "git", ["add", "--all"]);
  await run(source, "git", [...user, "commit", "--quiet", "-m", "all"]);
  await run(source, "git", ["remote", "add", "origin", origin]);
  await run(source, "git", ["push", "--quiet", "origin", "HEAD:refs/heads/main"]);
  cpSync(join(root, "node_modules/typescript"), join(source, "node_modules/typescript"), { recursive: true });
  cpSync(join(root, "node_modules/openapi-fetch"), join(source, "node_modules/openapi-fetch"), { recursive: true });
  cpSync(
    join(root, "node_modules/openapi-typescript-helpers"),
    join(source, "node_modules/openapi-typescript-helpers"),
    { recursive: true },
  );
  const bin = join(folder, "bin");
  mkdirSync(bin);
  // Everything but the publishing is real.
  writeFileSync(
    join(bin, "npm"),
    `#!/bin/sh\nif [ "$1" = publish ]; then exit 0; fi\nexec ${await where("npm")} "$@"\n`,
    { mode: 0o755 },
  );
  await run(source, "bash", [join(root, "scripts/release.sh"), "--publish"], { PATH: `${bin}:${process.env.PATH}` });
  const consumer = join(folder, "consumer");
  cpSync(join(fixtures, "node-esm"), consumer, { recursive: true });
  cpSync(join(fixtures, "calls.mjs"), join(consumer, "calls.mjs"));
  await run(consumer, "npm", ["install", ...quietly, `git+file://${origin}#release`]);
  expectCalls(await run(consumer, "node", ["main.mjs"]));
}

/** The package and who uses it in one repository. */
async function workspace(folder) {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, workspaces: ["generated", "app"] }));
  cpSync(join(root, "generated"), join(folder, "generated"), {
    recursive: true,
    filter: (path) => !path.includes("node_modules"),
  });
  cpSync(join(fixtures, "node-esm"), join(folder, "app"), { recursive: true });
  cpSync(join(fixtures, "calls.mjs"), join(folder, "app/calls.mjs"));
  writeFileSync(
    join(folder, "app/package.json"),
    JSON.stringify({ name: "app", private: true, type: "module", dependencies: { "pinterest-audiences": "*" } }),
  );
  await run(folder, "npm", ["install", ...quietly]);
  await run(folder, "npm", ["run", "build", "--workspace", "generated", "--silent"]);
  expectCalls(await run(join(folder, "app"), "node", ["main.mjs"]));
}

function manifestOf(name) {
  return JSON.parse(readFileSync(join(fixtures, name, "package.json"), "utf8"));
}

async function where(name) {
  return (await run(root, "which", [name])).trim();
}

function expectCalls(output) {
  expect(output, wanted);
}

function expect(output, text) {
  if (output.trim() !== text)
    throw new Error(`printed ${JSON.stringify(output.trim())}\nwanted  ${JSON.stringify(text)}`);
}

function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/** What a command prints; an error with all that it said where it fails. Not synchronous: the server answers in this process. */
function run(cwd, command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ORIGIN: server.url, ...env } });
    const output = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) child[name].on("data", (chunk) => (output[name] += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(output.stdout);
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}\n${output.stdout}${output.stderr}`));
    });
  });
}

/** The mock of a document, as `audiences-codegen mock` serves it. */
async function startMockOf(spec) {
  const require = createRequire(import.meta.url);
  const [{ load }, { check }, { normalize }, { startMock }] = ["load", "check", "normalize", "mock"].map((stage) =>
    require(`../generator/dist/${stage}`),
  );
  return startMock(normalize(await check(load(spec))));
}
