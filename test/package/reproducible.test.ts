import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { root, temporaryFolder } from "../support/command";
import { packedFiles } from "../support/packed-files";

const folder = temporaryFolder();

interface Packed {
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
}

function pack(from: string): Packed {
  const { stdout } = spawnSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder()], {
    cwd: from,
    encoding: "utf8",
  });
  return (JSON.parse(stdout) as Packed[])[0]!;
}

it("two packs have one hash, wherever and whenever they are made", () => {
  const copy = join(folder(), "copy");
  cpSync(join(root, "generated"), copy, { recursive: true, filter: (path) => !path.endsWith("node_modules") });
  for (const path of readdirSync(copy, { recursive: true }) as string[]) utimesSync(join(copy, path), 1e9, 1e9);
  const [first, second] = [pack(join(root, "generated")), pack(copy)];
  expect(first.integrity).toMatch(/^sha512-/);
  expect(second.integrity).toBe(first.integrity);
});

it("a package holds what it says, and nothing that runs at install", () => {
  const { files } = pack(join(root, "generated"));
  const folders = new Set(files.map(({ path }) => path.split("/")[0]));
  expect([...folders].sort()).toEqual(packedFiles);
  const manifest = readFileSync(join(root, "generated", "package.json"), "utf8");
  const {
    scripts,
    engines,
    files: listed,
  } = JSON.parse(manifest) as {
    scripts: object;
    engines: object;
    files: string[];
  };
  expect(Object.keys(scripts).filter((name) => /install|^prepare$/.test(name))).toEqual([]);
  expect([engines, listed.includes("dist")]).toEqual([{ node: ">=20.19.0" }, true]);
  expect(files.some(({ path }) => path.endsWith(".js.map"))).toBe(true);
});
