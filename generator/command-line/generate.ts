import { realpathSync } from "node:fs";
import { readConfiguration, type Configuration } from "../configuration";
import { emit } from "../emit";
import { planEmit, type EmitPlan } from "../emit/plan";
import { generateFiles, type Generation } from "../generate";
import { lockFile, lockedSources, makeLock, readLock, sameInputs, type Lock } from "../lock";
import { inputsOf } from "../lock/inputs";
import { isAsLocked } from "../lock/is-as-locked";
import type { Part } from "../part";
import { GenerateError, exitCodes, type Problem } from "../problem";
import type { TypesThread } from "../types";
import { interruptible } from "./interrupt";
import type { CommandResult } from "./result";
import { progress } from "./terminal";

/** The flags of `generate`, as commander gives them. */
export interface GenerateFlags {
  readonly config?: string;
  readonly spec?: string;
  readonly out?: string;
  readonly name?: string;
  readonly engine?: string;
  readonly only?: Part;
  readonly force?: boolean;
  readonly offline?: boolean;
}

/**
 * Makes the package on disk. Does nothing when every hash says that it is made already. `thread`: one that makes the types of this run and of
 * those that follow.
 */
export async function generate(
  flags: GenerateFlags,
  cwd = process.cwd(),
  thread?: TypesThread,
): Promise<CommandResult> {
  const { config, spec, out, name, engine } = flags;
  const configuration = readConfiguration({ cwd, configPath: config, flags: { spec, out, name, engine } });
  const lock = lockOf(configuration.out, flags.force === true);
  if (flags.force !== true && lock !== undefined && isUpToDate(configuration, flags.only, lock)) {
    return done({ text: `nothing to do: ${configuration.out} is up to date\n`, files: [], problems: [] });
  }
  const generation = await interruptible((signal) =>
    generateFiles(configuration, {
      only: flags.only,
      offline: flags.offline === true,
      onProgress: progress,
      signal,
      thread,
    }),
  );
  const plan = planEmit(configuration.out, generation.files, lock);
  if (plan.conflicts.length > 0 && flags.force !== true) throw refusal(configuration, plan);
  const read = inputsOf(configuration, flags.only, generation.sources);
  const next = lockFile(makeLock(read, generation.files, flags.only));
  const allowed = forced(plan, generation);
  await emit(realFolder(configuration.out), allowed, next);
  return done(summary(configuration, generation, allowed));
}

function isUpToDate(configuration: Configuration, only: Part | undefined, lock: Lock): boolean {
  const inputs = inputsOf(configuration, only, lockedSources(lock));
  return sameInputs(lock.inputs, inputs) && isAsLocked(configuration.out, lock);
}

/** With --force a lock that can't be read counts as none. */
function lockOf(out: string, force: boolean): Lock | undefined {
  try {
    return readLock(out);
  } catch (error) {
    if (force && error instanceof GenerateError) return undefined;
    throw error;
  }
}

/** Links on the way to the output folder are the user's; inside it none is followed. */
function realFolder(out: string): string {
  try {
    return realpathSync(out);
  } catch {
    return out;
  }
}

/** --force writes over files that differ; a symbolic link or a folder in a file's place stays in the way. */
function forced(plan: EmitPlan, generation: Generation): EmitPlan {
  const stuck = plan.conflicts.filter(({ reason }) => / is (a symbolic link|not a f)/.test(reason));
  if (stuck.length > 0) throw refused(stuck.map(({ reason }) => obstacle(reason)));
  const paths = new Set([...plan.write.map(({ path }) => path), ...plan.conflicts.map(({ path }) => path)]);
  return { ...plan, write: generation.files.filter(({ path }) => paths.has(path)) };
}

function refusal({ out }: Configuration, { conflicts }: EmitPlan): GenerateError {
  return refused(
    conflicts.map(({ path, reason }) => ({
      severity: "error",
      code: "not-ours",
      message: / is (a symbolic link|not a f)/.test(reason) ? `${out}: ${reason}` : `${out}/${path} ${reason}`,
      hint: "Nothing was written. Move it away, or overwrite it with --force.",
    })),
  );
}

function obstacle(reason: string): Problem {
  return {
    severity: "error",
    code: "not-ours",
    message: reason,
    hint: "Nothing was written. Remove it first; --force does not write through it.",
  };
}

function refused(problems: readonly Problem[]): GenerateError {
  return new GenerateError(exitCodes.drift, problems);
}

function summary(
  { out }: Configuration,
  { files, notices, engineLine, counts }: Generation,
  plan: EmitPlan,
): Pick<CommandResult, "text" | "files" | "problems" | "facts"> {
  const { operations, schemas } = counts;
  const changed = `${plan.write.length} written, ${plan.same.length} unchanged${plan.remove.length > 0 ? `, ${plan.remove.length} removed` : ""}`;
  const lines = [
    ...(engineLine === undefined ? [] : [engineLine]),
    `${out}: ${files.length} files from ${count(operations, "operation")} and ${count(schemas, "schema")}; ${changed}`,
  ];
  return {
    text: `${lines.join("\n")}\n`,
    problems: notices,
    facts: { counts, ...(engineLine === undefined ? {} : { engine: engineLine }) },
    files: [
      ...plan.write.map(({ path }) => ({ path, action: "written" })),
      ...plan.same.map((path) => ({ path, action: "unchanged" })),
      ...plan.remove.map((path) => ({ path, action: "removed" })),
    ],
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function done(result: Pick<CommandResult, "text" | "files" | "problems" | "facts">): CommandResult {
  return { command: "generate", exitCode: exitCodes.done, ...result };
}
