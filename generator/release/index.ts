import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { isScalar, parseDocument } from "yaml";
import { readConfiguration, type Configuration } from "../configuration";
import { diff, type Diff } from "../diff";
import { GenerateError, exitCodes } from "../problem";
import { findBaseline, releasedFile, releasedText, type Baseline } from "./baseline";
import { entryOf, withEntry } from "./changelog";
import { nextVersion } from "./next-version";

/** The next release: its version, why, and the files that say so. */
export interface Plan {
  readonly baseline: Pick<Baseline, "name" | "version">;
  readonly version: string;
  readonly diff: Diff;
  /** The entry of the changelog; none where nothing is to be released. */
  readonly entry: string | undefined;
  /** Files whose text changes, by path from `cwd`. */
  readonly edits: readonly { readonly path: string; readonly text: string }[];
}

export interface PlanRequest {
  readonly cwd: string;
  /** A commit or tag to compare with instead of the newest release. */
  readonly since?: string | undefined;
  readonly signal: AbortSignal;
}

/** Compares the document with the newest release's, and plans the next. Writes nothing. */
export async function planRelease({ cwd, since, signal }: PlanRequest): Promise<Plan> {
  const configuration = readConfiguration({ cwd, flags: {} });
  const baseline = findBaseline(configuration, cwd, since);
  const found = await diffSince(configuration, baseline, cwd, signal);
  const version = nextVersion(baseline.version, found.bump);
  const entry = found.bump === "none" ? undefined : entryOf(version, found);
  const wanted = [
    versionInConfiguration(configuration, cwd, version),
    ...versionInLock(configuration, cwd, version),
    changelog(configuration, cwd, (text) => withEntry(text, baseline.version, entry)),
    { path: releasedFile(configuration), text: releasedText(baseline) },
  ];
  const edits = wanted.filter(({ path, text }) => read(cwd, path) !== text);
  return { baseline: { name: baseline.name, version: baseline.version }, version, diff: found, entry, edits };
}

/** Writes what is planned. */
export function writePlan({ edits }: Plan, cwd: string): void {
  for (const { path, text } of edits) writeFileSync(resolve(cwd, path), text);
}

async function diffSince(
  { spec, shaping, aliases = [] }: Configuration,
  { document }: Baseline,
  cwd: string,
  signal: AbortSignal,
): Promise<Diff> {
  const folder = mkdtempSync(join(tmpdir(), "released-"));
  try {
    const old = join(folder, basename(spec));
    writeFileSync(old, document);
    return await diff({ old, new: spec, cwd, signal, aliases, shaping });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The version is replaced where it stands; comments and order stay. */
function versionInConfiguration({ file }: Configuration, cwd: string, version: string): { path: string; text: string } {
  const path = file ?? "codegen.config.yaml";
  const text = read(cwd, path) ?? "";
  const node = parseDocument(text).get("version", true);
  if (!isScalar(node) || !node.range) {
    throw GenerateError.of(
      exitCodes.usage,
      "no-version",
      `${path} has no \`version\` to change`,
      "Add `version: 0.1.0`.",
    );
  }
  const [start, end] = node.range;
  const quoted = path.endsWith(".json") ? JSON.stringify(version) : version;
  return { path, text: text.slice(0, start) + quoted + text.slice(end) };
}

/** The lock of the repository records the version of a package that is its workspace. */
function versionInLock({ out }: Configuration, cwd: string, version: string): { path: string; text: string }[] {
  const text = read(cwd, "package-lock.json");
  if (text === undefined) return [];
  const lock = JSON.parse(text) as { packages?: Record<string, { version?: string }> };
  const own = lock.packages?.[out];
  if (own === undefined) return [];
  own.version = version;
  return [{ path: "package-lock.json", text: `${JSON.stringify(lock, null, 2)}\n` }];
}

function changelog(
  { spec }: Configuration,
  cwd: string,
  edit: (text: string) => string,
): { path: string; text: string } {
  const path = join(dirname(spec), "CHANGELOG.md");
  return { path, text: edit(read(cwd, path) ?? "# Changelog\n") };
}

function read(cwd: string, path: string): string | undefined {
  const file = resolve(cwd, path);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
