import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { writeFiles } from "../support/command";
import { readHistory } from "../support/history";

jest.setTimeout(600_000);

/** An independent judge of the same documents: https://github.com/oasdiff/oasdiff, installed by Go where it is not there yet. */
const version = "v1.11.7";
const folder = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
const bin = join(folder, "audiences-codegen", `oasdiff-${version}`);

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "oasdiff-"));
  if (existsSync(join(bin, "oasdiff"))) return;
  execFileSync("go", ["install", `github.com/oasdiff/oasdiff@${version}`], { env: { ...process.env, GOBIN: bin } });
});
afterAll(() => rmSync(work, { recursive: true }));

/** Where its word is another than the table's, and why. It judges what is on the wire; the table, what callers of the package meet. */
const disagreements: Readonly<Record<string, string>> = {
  "query parameters go": "A warning there: a server may ignore what it does not know. The arguments' type refuses it.",
  "a list parameter goes": "The same.",
  "a type that went without saying is said":
    "An error there: no type became `object`. With its properties it was no other.",
  "a default goes and a parameter comes":
    "An error there: leaving it out means something else. It compiles, and every value still goes.",
  "types get other names": "Nothing there: names are not on the wire. Callers import them.",
};

function isBreaking(index: number, before: unknown, after: unknown): boolean {
  const cwd = writeFiles(join(work, String(index)), {
    "old.json": JSON.stringify(before),
    "new.json": JSON.stringify(after),
  });
  const text = execFileSync(join(bin, "oasdiff"), ["changelog", "old.json", "new.json", "--format", "json"], { cwd });
  const changes = JSON.parse(text.toString() || "[]") as { level: number; id: string }[];
  return changes.some(({ level }) => level === 3);
}

describe("oasdiff, on each step of the hand-written history", () => {
  const steps = readHistory();

  it.each(steps.map((step, index) => [step.name, step, index] as const))("%s", (name, step, index) => {
    const agrees = isBreaking(index, step.before, step.after) === (step.bump === "major");
    expect([name, agrees]).toEqual([name, disagreements[name] === undefined]);
  });
});
