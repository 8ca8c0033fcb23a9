import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Java } from "./java";
import { pin } from "./pin";

export interface Toolchain {
  readonly java: Java;
  readonly jar: string;
  readonly cacheFolder: string;
}

/** One run of the JAR, in a folder of its own. */
export interface Jvm {
  readonly folder: string;
  /** Hands over the configuration that the JAR waits for; ends with the JVM. Asked once. */
  run(configuration: object): Promise<Ended>;
  /** Ends it, if it still runs, and removes its folder. */
  end(): void;
}

/**
 * Starts the JVM before there is anything to render: it reads its configuration from standard input, and half of its run is over
 * before it looks there. Where that fails, and on Windows, it starts with a file when it is asked to run. `signal` ends it.
 */
export function startJvm(toolchain: Toolchain, signal: AbortSignal): Jvm {
  const folder = mkdtempSync(join(tmpdir(), "audiences-codegen-"));
  const archive = archiveOf(toolchain, folder);
  const command = (configuration: string): string[] => [
    toolchain.java.path,
    ...argumentsOf(toolchain, archive, configuration),
  ];
  const early = existsSync("/dev/stdin") ? startWaiting(command("/dev/stdin"), folder) : undefined;
  let running = early;
  const end = (): void => {
    running?.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  signal.addEventListener("abort", end);
  return {
    folder,
    end,
    async run(configuration) {
      const text = JSON.stringify(configuration);
      const waited = await early?.end(text);
      if (waited?.code === 0) return (archive.keep(), waited);
      const file = join(folder, "configuration.json");
      writeFileSync(file, text);
      running = start(command(file), folder);
      const ended = await running.end("");
      if (ended.code === 0) archive.keep();
      return ended;
    },
  };
}

function start([program, ...args]: readonly string[], cwd: string): Running {
  return running(spawn(program!, args, { cwd }), (child) => child.kill("SIGKILL"));
}

/**
 * What Node calls a pipe is a socket, which nobody can open by the name `/dev/stdin`; a shell makes a real one. When this process is
 * gone, however it went, `cat` is at its end, and so is the JVM. A group of their own, to be ended together.
 */
function startWaiting(command: readonly string[], cwd: string): Running {
  const script = 'PATH="$PATH:/usr/bin:/bin"; cat | "$@"';
  const child = spawn("/bin/sh", ["-c", script, "sh", ...command], { cwd, detached: true });
  return running(child, ({ pid }) => pid !== undefined && process.kill(-pid, "SIGKILL"));
}

function argumentsOf({ jar }: Toolchain, { option }: Archive, configuration: string): string[] {
  const jvm = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", option];
  return [...jvm, "-jar", jar, "generate", "-c", configuration, "--skip-validate-spec"];
}

/** The class-data archive: it saves two thirds of the JVM's start. The first run makes it. */
interface Archive {
  readonly option: string;
  /** Moves a new one to the cache. */
  keep(): void;
}

function archiveOf({ java, cacheFolder }: Toolchain, folder: string): Archive {
  const key = createHash("sha256").update(`${pin.sha256} ${java.key}`).digest("hex").slice(0, 16);
  const kept = join(cacheFolder, `classes-${key}.jsa`);
  if (existsSync(kept)) return { option: `-XX:SharedArchiveFile=${kept}`, keep: () => undefined };
  const fresh = join(folder, "classes.jsa");
  return {
    option: `-XX:ArchiveClassesAtExit=${fresh}`,
    keep: () => {
      keepArchive(fresh, kept);
    },
  };
}

/** An archive is a gain, never a need: when it can't be kept, the next run makes it again. */
function keepArchive(fresh: string, kept: string): void {
  if (!existsSync(fresh)) return;
  try {
    const staged = `${kept}.${process.pid}`;
    writeFileSync(staged, readFileSync(fresh));
    chmodSync(staged, 0o644);
    renameSync(staged, kept);
  } catch {
    // A cache that can't be written only costs time.
  }
}

interface Ended {
  readonly code: number;
  /** The end of what it printed. */
  readonly log: string;
}

interface Running {
  /** Gives it its input and waits for its end. */
  end(input: string): Promise<Ended>;
  kill(): void;
}

function running(child: ChildProcess, kill: (child: ChildProcess) => void): Running {
  let log = "";
  const add = (chunk: Buffer): void => void (log = `${log}${chunk.toString()}`.slice(-100_000));
  child.stdout!.on("data", add);
  child.stderr!.on("data", add);
  // It may be gone before it has read what it is given; its exit code tells.
  child.stdin!.on("error", () => undefined);
  let isRunning = true;
  const ended = new Promise<Ended>((resolve) => {
    child.on("error", (error) => {
      resolve({ code: 1, log: `Java can't be started: ${error.message}` });
    });
    child.on("close", (code) => {
      resolve({ code: code ?? 1, log });
    });
  }).finally(() => (isRunning = false));
  return {
    end: (input) => (child.stdin!.end(input), ended),
    kill: () => isRunning && kill(child),
  };
}
