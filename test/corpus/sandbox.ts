import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program } from "../support/command";

export interface Ran {
  /** `null`: it was killed, for it took too long. */
  readonly code: number | null;
  readonly said: string;
  readonly seconds: number;
  /** The most that one of its processes held; `undefined` where nothing measures it. */
  readonly megabytes: number | undefined;
  /** The package, by path; empty where none was made. */
  readonly files: ReadonlyMap<string, string>;
  /** What appeared in its folder beside the package. */
  readonly strays: readonly string[];
}

/** `unshare` gives a process a network without anything in it, where the system lets it. */
export const hasNamespaces = spawnSync("unshare", ["--user", "--map-root-user", "--net", "true"]).status === 0;
const hasTime = existsSync("/usr/bin/time");

/** Runs `generate` over a document in a folder of its own, as a user does, with no network to reach. */
export function generateInSandbox(spec: string, engine: string, seconds: number): Ran {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  const report = join(folder, "time");
  const command = [
    ...(hasNamespaces ? ["unshare", "--user", "--map-root-user", "--net"] : []),
    ...(hasTime ? ["/usr/bin/time", "--quiet", "--format", "%M", "--output", report] : []),
    ...[process.execPath, program, "generate", "--spec", spec, "--out", "out", "--name", "hostile"],
    ...["--engine", engine, "--offline"],
  ];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command[0]!, command.slice(1), {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
  });
  const measured = hasTime && existsSync(report) ? Number(readFileSync(report, "utf8")) / 1024 : undefined;
  return {
    code: status,
    said: stdout + stderr,
    seconds: (performance.now() - start) / 1000,
    megabytes: measured,
    files: filesOf(join(folder, "out")),
    strays: readdirSync(folder).filter((name) => name !== "out" && name !== "time"),
  };
}

function filesOf(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    lstatSync(join(folder, path)).isFile(),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
