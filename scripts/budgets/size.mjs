// What a consumer's bundle holds: minified by esbuild, openapi-fetch included, compressed by gzip.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { installPeers, quiet } from "../peers.mjs";

/** Bytes, gzip. The goal for one operation is 6,000 (generator/DECISIONS.md, "What one operation weighs"); until then it may not grow. */
const limits = { one: 7400, client: 9000 };

const one = `
import { createTransport, audiencesGet } from "pinterest-audiences/functions";
export const get = audiencesGet;
export const transport = createTransport;`;
const client = `export { createClient } from "pinterest-audiences";`;

/** `{ lines, rows, failures }`: by module for a reader, the table's rows, what is over its budget. */
export async function sizes({ folder, peers }) {
  const ours = [
    { name: "one operation, with retry, auth and errors", bundle: await bundle(one), limit: limits.one },
    { name: "the whole client of five operations", bundle: await bundle(client), limit: limits.client },
    { name: "openapi-fetch alone, which is in both", bundle: await bundle('export { default } from "openapi-fetch";') },
  ];
  const others = peers ? await peerSizes(folder) : [];
  const rows = [...ours, ...others].map(({ name, bundle: { minified, gzip }, limit, note }) => [
    name,
    minified,
    gzip,
    limit === undefined ? (note ?? "") : `≤ ${limit}: ${gzip <= limit ? "yes" : "**no**"}`,
  ]);
  const over = ours.filter(({ bundle: { gzip }, limit }) => limit !== undefined && gzip > limit);
  return {
    rows,
    lines: ours
      .slice(0, 2)
      .flatMap(({ name, bundle: { modules } }) => [`${name}, minified bytes by module:`, ...modules]),
    failures: [
      ...over.map(({ name, bundle: { gzip }, limit }) => `${name}: ${gzip} B gzip, over ${limit}`),
      ...foreignPaths(ours[0].bundle.text),
    ],
  };
}

/** A bundle with one operation says nothing of the others. */
function foreignPaths(text) {
  const own = "/ad_accounts/{ad_account_id}/audiences/{audience_id}";
  const templates = [...text.matchAll(/\/ad_accounts\/\{[^"'`]*/g)].map(([path]) => path);
  if (!templates.includes(own)) return [`the bundle with one operation does not hold ${own}`];
  return templates
    .filter((path) => path !== own)
    .map((path) => `the bundle with one operation holds ${path}, which is another's`);
}

async function bundle(contents, nodePaths = []) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: resolve("."), loader: "ts" },
    ...{ bundle: true, minify: true, format: "esm", target: "es2022", write: false, metafile: true, nodePaths },
    // Where a client keeps a path to Node's own modules, it is not what a bundle for browsers would hold.
    ...{ platform: "browser", external: ["node:*"], logLevel: "error" },
  });
  const text = outputFiles[0].text;
  const inputs = Object.values(metafile.outputs)[0].inputs;
  const modules = Object.entries(inputs)
    .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path !== "<stdin>")
    .sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
    .map(
      ([path, { bytesInOutput }]) => `${String(bytesInOutput).padStart(7)} ${path.replace("generated/dist/esm/", "")}`,
    );
  return { text, modules, minified: outputFiles[0].contents.length, gzip: gzipSync(text, { level: 9 }).length };
}

/** One operation of each peer's client of the same document; what each bundle brings with it differs. */
async function peerSizes(folder) {
  const notes = {
    "hey-api": "no retry, no timeout",
    orval: "the global fetch, no retry, no auth",
    oazapfts: "no retry, no auth",
    Redocly: "retry and auth; all operations",
  };
  const found = [];
  for (const { name, command, one: entry, modules } of installPeers(folder)) {
    if (entry === undefined) continue;
    const out = join(folder, "sizes", name.split(" ")[0]);
    mkdirSync(out, { recursive: true });
    const env = { ...process.env, ...quiet };
    const { status, stderr } = spawnSync(process.execPath, command(resolve("spec/audiences.yaml"), out), {
      env,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
    found.push({
      name: `${name}, one operation`,
      bundle: await bundle(entry(out), [modules]),
      note: notes[name.split(" ")[0]],
    });
  }
  return found;
}
