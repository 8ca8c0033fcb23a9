import { dirname, resolve, sep } from "node:path";
import { watch as watchFiles } from "chokidar";
import { readConfiguration } from "../configuration";
import { GenerateError, exitCodes } from "../problem";
import { templatesFolder } from "../templates-folder";
import { typesThread } from "../types";
import { generate, type GenerateFlags } from "./generate";
import type { CommandResult } from "./result";
import { reportProblems } from "./terminal";

/** Editors write in several steps; a pause this long, in milliseconds, ends them. */
const settleTime = 30;

/** Generates, and again whenever the document, the templates or the configuration change, until it is interrupted. */
export async function watch(flags: GenerateFlags, cwd = process.cwd()): Promise<CommandResult> {
  const { config, spec, out, name, engine } = flags;
  const configuration = readConfiguration({ cwd, configPath: config, flags: { spec, out, name, engine } });
  const end = new AbortController();
  const thread = typesThread(end.signal, { lasts: true });
  const rounds = new Rounds(() => generate(flags, cwd, thread));
  const watched = [
    dirname(configuration.spec),
    templatesFolder,
    ...(configuration.shaping?.overlays ?? []),
    ...(configuration.templates === undefined ? [] : [configuration.templates]),
    ...(configuration.file === undefined ? [] : [configuration.file]),
  ];
  const inputs = watched.map((path) => resolve(cwd, path));
  const made = resolve(cwd, configuration.out);
  const isMade = (path: string): boolean => isBelow(made, path) && !inputs.some((input) => isBelow(made, input));
  const watcher = watchFiles(watched, {
    ignoreInitial: true,
    cwd,
    // What a round writes asks for no other.
    ignored: (path) => /(^|[/\\])(node_modules|\.git)([/\\]|$)/.test(path) || isMade(resolve(cwd, path)),
  });
  await new Promise<void>((resolve) =>
    watcher.once("ready", () => {
      resolve();
    }),
  );
  watcher.on("all", () => {
    rounds.ask();
  });
  rounds.ask();
  process.stdout.write(`watching ${configuration.spec} and the templates; stop with Ctrl-C\n`);
  await new Promise<void>((stop) => process.once("SIGINT", stop).once("SIGTERM", stop));
  await rounds.end();
  await watcher.close();
  end.abort();
  return { command: "watch", exitCode: exitCodes.interrupted, text: "", problems: [] };
}

function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}${sep}`);
}

/** One round at a time; what is asked for during one is done after it. */
class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAsked = false;
  private isEnded = false;

  constructor(private readonly round: () => Promise<CommandResult>) {}

  ask(): void {
    if (this.isEnded) return;
    this.isAsked = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void (this.running ??= this.run()), settleTime);
  }

  /** No round begins any more; the one that is under way comes to its end. */
  async end(): Promise<void> {
    this.isEnded = true;
    this.isAsked = false;
    clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isAsked) {
      this.isAsked = false;
      await this.once();
    }
    this.running = undefined;
  }

  private async once(): Promise<void> {
    const start = performance.now();
    try {
      const { text, problems } = await this.round();
      reportProblems(problems);
      process.stdout.write(`${text.trimEnd()} (${Math.round(performance.now() - start)} ms)\n`);
    } catch (error) {
      if (!(error instanceof GenerateError)) throw error;
      reportProblems(error.problems);
    }
  }
}
