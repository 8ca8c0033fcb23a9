import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(__dirname, "..", "..");
export const program = join(root, "generator", "dist", "command-line", "main.js");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a user does, in a process of its own. `env` is laid over this one's; `undefined` takes a variable away. */
export function run(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Ended {
  const env = { ...process.env, NO_COLOR: "1", ...options.env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: options.cwd ?? root,
    env,
    encoding: "utf8",
    // Whatever it says, it ends: what is left running would hold it for as long as a step may take.
    timeout: 90_000,
  });
  return { code: status, stdout, stderr };
}

/** A machine without Java. */
export const withoutJava: NodeJS.ProcessEnv = { PATH: "", JAVA_HOME: undefined };

/** A folder that is gone after each test. */
export function temporaryFolder(): () => string {
  let folder = "";
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "test-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

/** Writes files below a folder; gives it back. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A small document with one operation. */
export const smallDocument = `openapi: 3.0.3
info: { title: Small, version: 1.0.0 }
servers: [{ url: https://api.example.com/v1 }]
paths:
  /things:
    get:
      operationId: things_list
      tags: [things]
      summary: List the things
      responses: { "204": { description: Nothing } }
`;
