// Public documents of different houses, generated, compiled and imported; the table goes into test/REPORT.md: npm run corpus
// Fetches packages by exact version into a temporary folder; `-- name …` takes some of the documents only.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { machine, table, writeSection } from "./report-section.mjs";

const markdown = new MarkdownIt({ html: true });
const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(tmpdir(), "audiences-codegen-corpus");
const program = join(root, "generator", "dist", "command-line", "main.js");

/** Each from another house. `part`: where in a JSON file the document is. */
const documents = [
  { name: "blockfrost", package: "@blockfrost/openapi@0.1.93", file: "openapi.yaml" },
  { name: "digdir-dialogporten", package: "@digdir/dialogporten-schema@1.118.6", file: "swagger.verified.json" },
  { name: "directus", package: "@directus/specs@15.2.0", file: "dist/openapi.json" },
  { name: "figma", package: "@figma/rest-api-spec@0.43.0", file: "openapi/openapi.yaml" },
  { name: "github", package: "@octokit/openapi@23.0.2", file: "generated/api.github.com.json" },
  { name: "ideal-postcodes", package: "@ideal-postcodes/openapi@4.21.0", file: "dist/openapi.json" },
  { name: "scalar-galaxy", package: "@scalar/galaxy@0.6.12", file: "dist/latest.json" },
];
const compilers = { 5.4: "typescript@5.4.5", 5.9: "typescript@5.9.3", "7.0": "typescript@7.0.2" };

const asked = process.argv.slice(2);
const chosen = documents.filter(({ name }) => asked.length === 0 || asked.includes(name));
for (const [version, spec] of Object.entries(compilers)) install(join(cache, `typescript-${version}`), spec);
const rows = chosen.map(tryDocument);
const heads = [
  "document",
  "operations in = out",
  "schemas in = out",
  "generate",
  ...Object.keys(compilers).map((v) => `tsc ${v}`),
  "import",
  "docs",
];
const text = table(heads, rows);
console.log(text);
if (asked.length === 0)
  writeSection(
    "corpus",
    `## Public documents\n\n${machine()}. Written by \`npm run corpus\`. tsc: errors under --strict; docs: broken links.\n\n${text}`,
  );

function tryDocument({ name, package: spec, file }) {
  const folder = join(cache, name);
  install(folder, spec);
  const path = join(folder, "node_modules", spec.slice(0, spec.lastIndexOf("@")), file);
  const out = join(cache, "out", name);
  rmSync(out, { recursive: true, force: true });
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, "generate", "--spec", path, "--out", out, "--name", name, "--engine", "mustache", "--json"],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status !== 0) return [name, ...said(stdout, stderr)];
  const counts = countsOf(JSON.parse(readFileSync(join(out, "openapi.json"), "utf8")));
  const made = JSON.parse(stdout).counts ?? JSON.parse(stdout).facts?.counts;
  symlinkSync(join(root, "node_modules"), join(out, "node_modules"));
  return [
    `${name}, \`${spec}\``,
    `${counts.operations} = ${made.operations}`,
    `${counts.schemas} = ${made.schemas}${made.inputs > 0 ? `, and ${made.inputs} inputs` : ""}`,
    `${seconds} s`,
    ...Object.keys(compilers).map((version) => compile(out, version)),
    importAll(out),
    brokenLinks(out),
  ];
}

function install(folder, spec) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  execFileSync(
    "npm",
    ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", spec],
    { cwd: folder, stdio: "ignore" },
  );
}

function said(stdout, stderr) {
  const problems = (() => {
    try {
      return JSON.parse(stdout).problems.filter(({ severity }) => severity === "error");
    } catch {
      return [];
    }
  })();
  return [
    `${problems.length} problems: ${problems[0]?.code ?? ""} ${problems[0]?.message ?? stderr.slice(0, 200)}`,
    "",
    "",
    ...Object.keys(compilers).map(() => ""),
    "",
    "",
    "",
  ];
}

/** What the document has, counted from it and not by the generator. */
function countsOf(document) {
  const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
  const items = Object.values(document.paths ?? {});
  const operations = items.flatMap((item) => methods.filter((method) => item[method] !== undefined)).length;
  return { operations, schemas: Object.keys(document.components?.schemas ?? {}).length };
}

/** Errors of `tsc --strict` over the sources; what is built is the same sources. */
function compile(out, version) {
  const tsc = join(cache, `typescript-${version}`, "node_modules", "typescript", "bin", "tsc");
  const compilerOptions = {
    ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, types: [] },
    ...{ target: "es2022", module: "nodenext", moduleResolution: "nodenext", lib: ["es2022", "dom", "dom.iterable"] },
  };
  writeFileSync(join(out, "tsconfig.corpus.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  const args = ["--max-old-space-size=6000", tsc, "-p", "tsconfig.corpus.json"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: out, encoding: "utf8", maxBuffer: 1 << 28 });
  const errors = stdout.split("\n").filter((line) => line.includes("error TS"));
  if (errors.length > 0) console.error(`${version}: ${errors.slice(0, 5).join("\n")}`);
  return String(errors.length);
}

/** Builds the package and imports both of its entries, both ways. */
function importAll(out) {
  const build = spawnSync(process.execPath, ["build.mjs"], { cwd: out, encoding: "utf8" });
  if (build.status !== 0) return `build: ${(build.stdout + build.stderr).split("\n")[0]}`;
  const code = `
    const { createRequire } = await import("node:module");
    const require = createRequire(process.cwd() + "/x.js");
    for (const entry of ["index", "functions"]) {
      await import(process.cwd() + "/dist/esm/" + entry + ".js");
      require("./dist/cjs/" + entry + ".js");
    }`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: out,
    encoding: "utf8",
  });
  return status === 0 ? "yes" : (stderr.split("\n").find((line) => line.includes("Error")) ?? "no");
}

/** Links of the pages that lead to no page, or to no heading of one. */
function brokenLinks(out) {
  const pages = new Map(
    [
      "README.md",
      ...readdirSync(join(out, "docs"), { recursive: true })
        .filter((path) => path.endsWith(".md"))
        .map((path) => posix.join("docs", path)),
    ].map((path) => [path, readFileSync(join(out, path), "utf8")]),
  );
  const anchors = new Map([...pages].map(([path, page]) => [path, anchorsOf(page)]));
  const broken = [...pages].flatMap(([path, page]) =>
    linksOf(page)
      .filter((link) => !/^[a-z]+:/i.test(link))
      .filter((link) => {
        const [file, anchor] = link.split("#");
        const target = file === "" ? path : posix.join(dirname(path), decodeURIComponent(file));
        return !pages.has(target) || (anchor !== undefined && !anchors.get(target).has(anchor));
      })
      .map((link) => `${path}: ${link}`),
  );
  if (broken.length > 0) console.error(broken.slice(0, 5).join("\n"));
  return String(broken.length);
}

function linksOf(page) {
  const inline = markdown.parse(page, {}).flatMap(({ children }) => children ?? []);
  return inline.filter(({ type }) => type === "link_open").map((token) => token.attrGet("href"));
}

/** As GitHub makes them of headings. */
function anchorsOf(page) {
  const seen = new Map();
  const tokens = markdown.parse(page, {});
  const headings = tokens.filter((_, index) => tokens[index - 1]?.type === "heading_open");
  return new Set(
    headings.map(({ children }) => {
      const words = children
        .map(({ content }) => content)
        .join("")
        .toLowerCase();
      const slug = words.replace(/[^\p{L}\p{N}\p{Pc} -]/gu, "").replaceAll(" ", "-");
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      return count === 0 ? slug : `${slug}-${count}`;
    }),
  );
}
