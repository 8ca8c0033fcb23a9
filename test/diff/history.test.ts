import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateFiles } from "../../generator/generate";
import { impact, type Impact } from "../../generator/impact";
import { writeFiles } from "../support/command";
import { compile } from "../support/compile";
import { consumerOf, marked, readHistory, type Step } from "../support/history";

jest.setTimeout(120_000);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "history-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const steps = readHistory();
const table = steps.map((step, index) => [`${index + 1} ${step.name}`, step, index] as const);

/** A step on disk: two documents, and a consumer beside them. */
function write(step: Step, index: number): string {
  return writeFiles(join(folder, String(index)), {
    "old.json": JSON.stringify(step.before),
    "new.json": JSON.stringify(step.after),
    "consumer/package.json": '{ "type": "module" }',
    "consumer/tsconfig.json": JSON.stringify({
      compilerOptions: { strict: true, module: "nodenext", target: "es2022", lib: ["es2022", "dom"], types: [] },
    }),
    "consumer/use.ts": consumerOf(step),
  });
}

function impactOf(cwd: string): Promise<Impact> {
  const { signal } = new AbortController();
  return impact({ old: "old.json", new: "new.json", consumer: "consumer", name: "audiences", cwd, signal });
}

describe("each step of the hand-written history", () => {
  it.each(table)("%s", async (_name, step, index) => {
    const { diff, breaks, errorsBefore } = await impactOf(write(step, index));
    const said = diff.findings.map(({ severity, code, subject, member }) =>
      [severity, code, subject.name, member].filter((word) => word !== "").join(" "),
    );
    expect(said.sort()).toEqual([...step.findings].sort());
    expect(diff.bump).toBe(step.bump);
    expect(errorsBefore).toBe(0);
    expect(breaks.map(({ line }) => line)).toEqual(marked(consumerOf(step)));
    for (const { findings } of breaks) {
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.every(({ severity, shownBy }) => severity === "major" && shownBy === "types")).toBe(true);
    }
    const canBreak = diff.findings.some(({ severity, shownBy }) => severity === "major" && shownBy === "types");
    expect(breaks.length > 0).toBe(canBreak);
  });
});

async function clientOf(spec: string): Promise<Map<string, string>> {
  const configuration = { spec, out: "unused", name: "audiences", version: "1.0.0", engine: "mustache" } as const;
  const { files } = await generateFiles(configuration, { only: "client", offline: true });
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** The package as `generate` writes it, and the consumer beside it: nothing of `impact` takes part. */
describe("the upgraded package in the same consumers", () => {
  it("compiles exactly where the table says so", async () => {
    const packages = await Promise.all(
      steps.map(async (step, index) => {
        const path = join(write(step, index), "new.json");
        const files = await clientOf(path);
        const use = consumerOf(step)
          .replaceAll('"audiences"', '"./src/index.js"')
          .replaceAll('"audiences/functions"', '"./src/functions.js"');
        return [String(index), files.set("use.ts", use)] as const;
      }),
    );
    const errors = compile(new Map(packages));
    const lines = errors.map((error) => /^(\d+)\/use\.ts:(\d+):/.exec(error)?.slice(1).map(Number) ?? error);
    const wanted = steps.flatMap((step, index) => marked(consumerOf(step)).map((line) => [index, line]));
    const inOrder = (places: readonly unknown[]): string[] => places.map(String).sort();
    expect(inOrder(lines)).toEqual(inOrder(wanted));
  });
});
