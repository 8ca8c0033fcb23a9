import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { program, root, run, temporaryFolder, withoutJava, writeFiles } from "../support/command";

const folder = temporaryFolder();
const flags = ["--spec", "spec/audiences.yaml", "--out", "out", "--name", "x", "--engine", "mustache"];
const document = readFileSync(join(root, "spec/audiences.yaml"), "utf8");

const saves: readonly (readonly [what: string, text: string, outcome: RegExp])[] = [
  ["another summary", document.replace("summary: Get audience", "summary: Get one **audience**"), / written, /],
  ["another operationId", document.replace("operationId: audiences_get", "operationId: other_get"), / written, /],
  ["half of it", document.slice(0, document.indexOf("\ncomponents:")), / error unresolved-reference /],
  ["what it was at first", document, / written, /],
];

let running: ChildProcess | undefined;

afterEach(() => running?.kill("SIGKILL"));

describe("watch", () => {
  it("leaves after every save what a run on its own would make", async () => {
    const watch = await startWatch(flags);
    try {
      for (const [what, text, outcome] of saves) {
        watch.said = "";
        save(text);
        await until(() => outcome.test(watch.said), what);
        if (!outcome.source.includes("error")) expect({ what, ...drift() }).toEqual({ what, code: 0, stderr: "" });
      }
    } finally {
      watch.child.kill("SIGTERM");
      expect(await watch.closed).toEqual([130, null]);
    }
  }, 60_000);

  it.each([0, 15, 60, 120])("ends with 130 by Ctrl-C, %i ms after a save", async (moment) => {
    // The package beside the document, whose folder is watched.
    const watch = await startWatch(flags.map((flag) => (flag === "out" ? "spec/out" : flag)));
    watch.said = "";
    save(document.replace("summary: Get audience", "summary: Get one audience"));
    await pause(moment);
    watch.child.kill("SIGINT");
    expect(await watch.closed).toEqual([130, null]);
    expect(watch.said).not.toMatch(/bug|\bat .*\.js/);
  });
});

/** A `watch` that has made the document's package, with what it says. */
async function startWatch(args: readonly string[]) {
  save(document);
  const env = { ...process.env, ...withoutJava, NO_COLOR: "1" };
  const child = spawn(process.execPath, [program, "watch", ...args], { cwd: folder(), env });
  running = child;
  const watch = { child, closed: once(child, "close"), said: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (watch.said += String(chunk)));
  await until(() => / files from /.test(watch.said));
  return watch;
}

function save(text: string): void {
  writeFiles(folder(), { "spec/audiences.yaml": text });
}

/** Whether a process of its own would make anything else. */
function drift(): { code: number | null; stderr: string } {
  const { code, stderr } = run(["check", ...flags, "--full"], { cwd: folder() });
  return { code, stderr };
}

async function until(condition: () => boolean, what = "the first round"): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`watch did not come to its end: ${what}`);
    await pause(20);
  }
}
