import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RenderedFile } from "../flow";
import { lockPath, type Lock } from "../lock";
import { hash } from "../lock/hash";
import { listFiles, obstacleAt, readFileAt, stagingName } from "./tree";

/** What has to happen on disk, and what stands in the way. */
export interface EmitPlan {
  readonly write: readonly RenderedFile[];
  readonly same: readonly string[];
  /** Made by an earlier run, and by this one no more. */
  readonly remove: readonly string[];
  /** Files that are not ours to overwrite or delete, each with the reason. */
  readonly conflicts: readonly { readonly path: string; readonly reason: string }[];
  /** Files that no run made: left alone. */
  readonly extra: readonly string[];
}

/**
 * Compares a package on disk with what is about to be written. A file may be replaced when it is what the lock says (we made it), or
 * what is about to be written (an earlier run of the same was killed). Without a lock, a folder with files in it is somebody else's.
 */
export function planEmit(out: string, files: readonly RenderedFile[], lock: Lock | undefined): EmitPlan {
  const targets = new Set(files.map(({ path }) => path));
  const removals = Object.keys(lock?.outputs ?? {}).filter((path) => !targets.has(path));
  const known = new Set([...targets, ...removals, lockPath]);
  const present = listFiles(out);
  const isOurs = lock !== undefined || present.length === 0 || existsSync(join(out, stagingName));
  const states = files.map((file) => ({ file, ...stateOf(out, file.path, file.text, lock, isOurs) }));
  const removalStates = removals.map((path) => ({ path, ...stateOf(out, path, undefined, lock, isOurs) }));
  return {
    write: states.filter(({ state }) => state === "write").map(({ file }) => file),
    same: states.filter(({ state }) => state === "same").map(({ file }) => file.path),
    remove: removalStates.filter(({ state }) => state === "write").map(({ path }) => path),
    conflicts: [
      ...[...states.map(({ file, ...rest }) => ({ path: file.path, ...rest })), ...removalStates].flatMap(
        ({ path, reason }) => (reason === undefined ? [] : [{ path, reason }]),
      ),
      ...(isOurs ? [] : foreignFolder(present, targets)),
    ],
    extra: present.filter((path) => !known.has(path)),
  };
}

interface State {
  readonly state: "write" | "same" | "absent" | "conflict";
  readonly reason?: string;
}

/** `text`: what is about to be written; `undefined` for a file that is to go. */
function stateOf(out: string, path: string, text: string | undefined, lock: Lock | undefined, isOurs: boolean): State {
  const obstacle = obstacleAt(out, path);
  if (obstacle !== undefined) return { state: "conflict", reason: obstacle };
  const found = readFileAt(out, path);
  if (found === undefined) return { state: text === undefined ? "absent" : "write" };
  if (found === text) return { state: "same" };
  const locked = lock?.outputs[path];
  if (locked === hash(found)) return { state: "write" };
  if (!isOurs) return { state: "conflict", reason: "was there before" };
  return { state: "conflict", reason: locked === undefined ? "was not made by generate" : "was changed by hand" };
}

/** A folder whose files are all what is about to be written is one that lacks only its lock. */
function foreignFolder(present: readonly string[], targets: ReadonlySet<string>): { path: string; reason: string }[] {
  return present
    .filter((path) => !targets.has(path))
    .map((path) => ({ path, reason: "is in a folder without a lock" }));
}
