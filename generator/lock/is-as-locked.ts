import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles, obstacleAt } from "../emit/tree";
import { hash } from "./hash";
import { lockPath, type Lock } from "./index";

/** Whether every file that a lock lists is on disk as it says, reached through no symbolic link. */
export function isAsLocked(out: string, lock: Lock): boolean {
  const present = new Set(listFiles(out));
  return Object.entries(lock.outputs).every(
    ([path, locked]) =>
      present.has(path) && obstacleAt(out, path) === undefined && hash(readFileSync(join(out, path))) === locked,
  );
}

/** Files in a package that its lock does not list. */
export function unlistedFiles(out: string, lock: Lock): string[] {
  return listFiles(out).filter((path) => path !== lockPath && !Object.hasOwn(lock.outputs, path));
}
