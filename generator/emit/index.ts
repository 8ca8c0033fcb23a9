import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { RenderedFile } from "../flow";
import { GenerateError, exitCodes } from "../problem";
import type { EmitPlan } from "./plan";
import { stagingName } from "./tree";

/**
 * The only writer. Everything is written beside its place first, then moved there file by file, the lock last; an error or a signal on the
 * way puts back what was. After a kill, the same command finishes. Throws a `GenerateError`: exit code 4, or 130.
 */
export async function emit(out: string, plan: EmitPlan, lock: RenderedFile): Promise<void> {
  const made = makeFolder(out);
  const transaction = new Transaction(out);
  const interrupt = (): void => {
    transaction.interrupt();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    transaction.stage([...plan.write, lock]);
    for (const path of plan.remove)
      await transaction.step(() => {
        transaction.remove(path);
      });
    for (const { path } of [...plan.write, lock])
      await transaction.step(() => {
        transaction.place(path);
      });
    transaction.finish();
  } catch (error) {
    transaction.rollBack();
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw error instanceof GenerateError ? error : unwritable(out, error);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

/** Returns the outermost folder that had to be made, to be taken away again when nothing comes of it. */
function makeFolder(out: string): string | undefined {
  try {
    return mkdirSync(out, { recursive: true });
  } catch (error) {
    throw unwritable(out, error);
  }
}

function unwritable(out: string, error: unknown): GenerateError {
  const code = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  return GenerateError.of(
    exitCodes.inputOutput,
    "unwritable-folder",
    `the output folder ${out} can't be written (${code})`,
    "Nothing was changed. Check the path and its permissions, or choose another with --out.",
  );
}

/** Moves of files that can all be taken back. */
class Transaction {
  private readonly staging: string;
  private readonly undo: (() => void)[] = [];
  private isInterrupted = false;

  constructor(private readonly out: string) {
    this.staging = join(out, stagingName);
  }

  interrupt(): void {
    this.isInterrupted = true;
  }

  stage(files: readonly RenderedFile[]): void {
    rmSync(this.staging, { recursive: true, force: true });
    mkdirSync(this.staging, { mode: 0o700 });
    for (const { path, text } of files) {
      const file = join(this.staging, "new", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** One move, and a moment in which a signal can be heard. */
  async step(move: () => void): Promise<void> {
    await setImmediate();
    if (this.isInterrupted)
      throw GenerateError.of(exitCodes.interrupted, "interrupted", "interrupted; nothing was changed");
    move();
  }

  place(path: string): void {
    const target = join(this.out, path);
    const backup = this.backUp(path);
    this.makeParents(target);
    this.undo.push(() => {
      if (backup === undefined) rmSync(target, { force: true });
      else renameSync(backup, target);
    });
    renameSync(join(this.staging, "new", path), target);
  }

  remove(path: string): void {
    const target = join(this.out, path);
    const backup = this.backUp(path);
    if (backup === undefined) return;
    this.undo.push(() => {
      renameSync(backup, target);
    });
    rmSync(target);
    this.removeEmptyParents(dirname(target));
  }

  finish(): void {
    rmSync(this.staging, { recursive: true, force: true });
  }

  rollBack(): void {
    for (const undo of this.undo.reverse()) {
      try {
        undo();
      } catch {
        // The rest is still put back.
      }
    }
    rmSync(this.staging, { recursive: true, force: true });
  }

  private backUp(path: string): string | undefined {
    const target = join(this.out, path);
    if (!existsSync(target)) return undefined;
    const backup = join(this.staging, "old", path);
    mkdirSync(dirname(backup), { recursive: true });
    copyFileSync(target, backup);
    return backup;
  }

  private makeParents(target: string): void {
    const made = mkdirSync(dirname(target), { recursive: true });
    if (made !== undefined)
      this.undo.push(() => {
        rmSync(made, { recursive: true, force: true });
      });
  }

  private removeEmptyParents(folder: string): void {
    for (let current = folder; current !== this.out; current = dirname(current)) {
      try {
        rmdirSync(current);
      } catch {
        return;
      }
      this.undo.push(() => mkdirSync(current, { recursive: true }));
    }
  }
}
