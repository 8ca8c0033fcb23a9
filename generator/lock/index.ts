import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RenderedFile } from "../flow";
import type { Part } from "../part";
import { GenerateError, exitCodes } from "../problem";
import { hash } from "./hash";
import type { Inputs } from "./inputs";

/** Where the lock is in a package. */
export const lockPath = "codegen.lock.json";

/** What was made from what. */
export interface Lock {
  readonly lockVersion: 1;
  /** The half that was made, where not all was. */
  readonly only?: Part;
  readonly inputs: Inputs;
  /** SHA-256 of each file, by path. The lock is not among them. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** The lock of a run that made these files. */
export function makeLock(inputs: Inputs, files: readonly RenderedFile[], only: Part | undefined): Lock {
  const outputs = files.map(({ path, text }) => [path, hash(text)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return { lockVersion: 1, ...(only === undefined ? {} : { only }), inputs, outputs: Object.fromEntries(outputs) };
}

/** The lock as a file. */
export function lockFile(lock: Lock): RenderedFile {
  return { path: lockPath, text: `${JSON.stringify(lock, null, 2)}\n` };
}

/** The lock of a package, if it has one. Throws a `GenerateError` (exit code 3) for one that can't be understood. */
export function readLock(out: string): Lock | undefined {
  const path = join(out, lockPath);
  if (!existsSync(path)) return undefined;
  try {
    const lock = JSON.parse(readFileSync(path, "utf8")) as Partial<Lock>;
    const { lockVersion, inputs, outputs } = lock;
    if (lockVersion === 1 && typeof outputs === "object" && typeof inputs === "object") return lock as Lock;
  } catch {
    // Said below.
  }
  throw GenerateError.of(
    exitCodes.drift,
    "unreadable-lock",
    `${path} is not a lock of this generator`,
    "Restore it, or generate with --force.",
  );
}

/** The files that the run of a lock read of its document, from the document's folder. */
export function lockedSources(lock: Lock | undefined): string[] {
  return Object.keys(lock?.inputs.spec ?? {});
}

/** Whether two runs would make the same. */
export function sameInputs(a: Inputs, b: Inputs): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
