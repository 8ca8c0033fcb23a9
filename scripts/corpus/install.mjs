import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Kept from run to run. */
export const cache = join(tmpdir(), "audiences-codegen-corpus");
const shared = resolve(import.meta.dirname, "../../../shared");

/** The path of a document; `undefined`: it is in ../shared, and that is not here. */
export function fetchDocument({ name, package: spec, file, shared: own }) {
  if (own !== undefined) return existsSync(join(shared, own)) ? join(shared, own) : undefined;
  return join(install(name, spec), spec.slice(0, spec.lastIndexOf("@")), file);
}

/** A package of npm by exact version, without its scripts; gives the `node_modules` that it is in. */
export function install(name, spec) {
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  const quietly = [
    "--no-save",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--legacy-peer-deps",
    "--prefer-offline",
  ];
  execFileSync("npm", ["install", ...quietly, spec], { cwd: folder, stdio: "ignore" });
  return join(folder, "node_modules");
}
