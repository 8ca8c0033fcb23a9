import { readConfiguration } from "../configuration";
import { listFiles, readFileAt } from "../emit/tree";
import type { RenderedFile } from "../flow";
import { generateFiles } from "../generate";
import { lockFile, lockPath, lockedSources, makeLock, readLock, sameInputs, type Lock } from "../lock";
import { inputsOf } from "../lock/inputs";
import { isAsLocked, unlistedFiles } from "../lock/is-as-locked";
import { exitCodes, type Problem } from "../problem";
import { printDiffs } from "./diffs";
import type { GenerateFlags } from "./generate";
import { interruptible } from "./interrupt";
import type { CommandResult } from "./result";
import { progress } from "./terminal";

export type CheckFlags = Omit<GenerateFlags, "only" | "force"> & { readonly full?: boolean };

/** One file that is not as it should be. `wanted`, `found`: `undefined` where there is none. */
export interface Drift {
  readonly path: string;
  readonly kind: "changed" | "missing" | "extra";
  readonly found: string | undefined;
  readonly wanted: string | undefined;
}

/** Compares the package on disk with what would be made now. Hashes suffice while all agree; `--full` renders anyway. */
export async function check(flags: CheckFlags, cwd = process.cwd()): Promise<CommandResult> {
  const { config, spec, out, name, engine } = flags;
  const configuration = readConfiguration({ cwd, configPath: config, flags: { spec, out, name, engine } });
  const lock = readLock(configuration.out);
  const inputs = inputsOf(configuration, lock?.only, lockedSources(lock));
  if (!flags.full && lock !== undefined && sameInputs(lock.inputs, inputs) && isUntouched(configuration.out, lock)) {
    return upToDate(configuration.out);
  }
  const { files, sources } = await interruptible((signal) =>
    generateFiles(configuration, { only: lock?.only, offline: flags.offline === true, onProgress: progress, signal }),
  );
  const read = inputsOf(configuration, lock?.only, sources);
  const wanted = [...files, lockFile(makeLock(read, files, lock?.only))];
  const drifts = driftsOf(configuration.out, wanted);
  return drifts.length === 0 ? upToDate(configuration.out) : drifted(configuration.out, drifts);
}

function isUntouched(out: string, lock: Lock): boolean {
  return isAsLocked(out, lock) && unlistedFiles(out, lock).length === 0;
}

function driftsOf(out: string, wanted: readonly RenderedFile[]): Drift[] {
  const compared = wanted.flatMap(({ path, text }): Drift[] => {
    const found = readFileAt(out, path);
    if (found === text) return [];
    return [{ path, kind: found === undefined ? "missing" : "changed", found, wanted: text }];
  });
  const known = new Set(wanted.map(({ path }) => path));
  const extra = listFiles(out).filter((path) => !known.has(path));
  return [
    ...compared,
    ...extra.map((path): Drift => ({ path, kind: "extra", found: readFileAt(out, path), wanted: undefined })),
  ];
}

function upToDate(out: string): CommandResult {
  return { command: "check", exitCode: exitCodes.done, text: `${out} is up to date\n`, problems: [] };
}

const words = {
  changed: "is not what generate makes",
  missing: "is missing",
  extra: "is not made by generate; move it away",
} as const;

function drifted(out: string, drifts: readonly Drift[]): CommandResult {
  const isOnlyLock = drifts.every(({ path }) => path === lockPath);
  const problems = drifts.map(({ path, kind }): Problem => ({
    severity: "error",
    code: `drift-${kind}`,
    message: `${out}/${path} ${words[kind]}`,
  }));
  const advice = isOnlyLock ? "Only the lock is out of date: an input changed, and nothing that is made from it." : "";
  const text = [
    printDiffs(out, drifts),
    advice,
    "Run `npm run generate` (audiences-codegen generate) and commit what it writes; --force overwrites edits by hand.",
  ];
  return {
    command: "check",
    exitCode: exitCodes.drift,
    text: `${text.filter((part) => part !== "").join("\n\n")}\n`,
    problems,
    files: drifts.map(({ path, kind }) => ({ path, action: kind })),
  };
}
