// The generators that ours is compared with: exact versions, how each is run, how one operation of its output is imported. They are installed
// into a folder of their own; their `engines` are not asked, for all run on the Node that runs this.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const packages = [
  "@hey-api/openapi-ts@0.99.0",
  "orval@8.38.0",
  "oazapfts@7.5.0",
  "@oazapfts/runtime@1.2.0",
  "typescript@5.9.3",
];

const require = createRequire(import.meta.url);
const redocly = join(dirname(require.resolve("@redocly/cli/package.json")), "bin/cli.js");
const openapiTypescript = join(dirname(require.resolve("openapi-typescript/package.json")), "bin/cli.js");

/** Installs the peers below a folder; a list of `{ name, command(spec, out), entry(out), one }`. */
export function installPeers(folder) {
  const home = join(folder, "peers");
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  const flags = ["--no-save", "--force", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  const npm = spawnSync("npm", ["install", ...flags, ...packages], { cwd: home, encoding: "utf8" });
  if (npm.status !== 0) throw new Error(`the peers can't be installed: ${npm.stderr}`);
  return peersIn(join(home, "node_modules"));
}

function peersIn(modules) {
  const script = (path) => join(modules, path);
  return [
    {
      name: "hey-api 0.99.0",
      command: (spec, out) => [script("@hey-api/openapi-ts/bin/run.js"), "-i", spec, "-o", out],
      one: (out) => `export { audiencesGet } from "${out}/index.ts";`,
    },
    {
      name: "orval 8.38.0",
      command: (spec, out) => [
        script(".bin/orval"),
        "--input",
        spec,
        "--output",
        join(out, "index.ts"),
        "--client",
        "fetch",
      ],
      one: (out) => `export { audiencesGet } from "${out}/index.ts";`,
    },
    {
      name: "oazapfts 7.5.0",
      command: (spec, out) => [script("oazapfts/dist/cli.js"), spec, join(out, "index.ts")],
      one: (out) => `export { audiencesGet } from "${out}/index.ts";`,
    },
    {
      name: "Redocly generate-client 2.77.0",
      command: (spec, out) => [redocly, "generate-client", spec, "-o", join(out, "index.ts")],
      one: (out) => `import { audiences_get } from "${out}/index.ts"; export { audiences_get };`,
    },
    {
      name: "openapi-typescript 7.13.0 (types alone)",
      command: (spec, out) => [openapiTypescript, spec, "-o", join(out, "index.ts")],
    },
  ].map((peer) => ({ ...peer, modules }));
}

/** What a peer's process gets: no telemetry, no look for a newer version. */
export const quiet = {
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  npm_config_update_notifier: "false",
  NO_COLOR: "1",
};
