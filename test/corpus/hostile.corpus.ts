import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentedExtensions } from "../../generator/check/extensions";
import { faultsOfError, faultsOfPackages } from "../hostile/judge";
import type { Files } from "../support/modules";
import { findJava } from "../support/java";
import { generateInSandbox, type Ran } from "./sandbox";
import { shared, withShared } from "./shared";

type Outcome = "safe-output" | "clear-error";

interface Case {
  readonly id: string;
  readonly file: string;
  readonly expected: Outcome;
  readonly alsoAccept?: readonly Outcome[];
  readonly limits: { readonly seconds: number; readonly rssMb: number };
}

const folder = join(shared, "hostile");
const engines = ["mustache", ...(findJava() ? ["openapi-generator"] : [])];

jest.setTimeout(600_000);

withShared("each hostile document of ../shared, with no network to reach", () => {
  const { cases } = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as { cases: Case[] };

  describe.each(engines)("by %s", (engine) => {
    let runs = new Map<string, Ran>();
    let faults = new Map<string, string[]>();

    beforeAll(() => {
      runs = new Map(cases.map((one) => [one.id, runOf(one, engine)]));
      faults = faultsOfPackages(
        new Map([...runs].filter(([, { code }]) => code === 0).map(([id, { files }]) => [id, files])),
      );
    });

    it.each(cases)("$id $file", (one) => {
      const run = runs.get(one.id)!;
      const outcome: Outcome = run.code === 0 ? "safe-output" : "clear-error";
      expect([one.expected, ...(one.alsoAccept ?? [])]).toContain(outcome);
      expect(outcome === "safe-output" ? faults.get(one.id) : faultsOfRefusal(run, one.file)).toEqual([]);
      expect(run.strays).toEqual([]);
      expect(run.seconds).toBeLessThan(one.limits.seconds);
      expect(run.megabytes ?? 0).toBeLessThan(one.limits.rssMb);
      expect(furtherFaults[one.id]?.(run) ?? []).toEqual([]);
    });
  });

  it("a generator that pastes text does not pass", () => {
    const out = mkdtempSync(join(tmpdir(), "naive-"));
    const documents = cases.filter(({ file, expected }) => file.endsWith(".json") && expected === "safe-output");
    for (const { id, file } of documents)
      spawnSync(process.execPath, [join(folder, "naive-control.mjs"), join(folder, file), join(out, id)]);
    const packages = new Map(readdirSync(out).map((id) => [id, filesBelow(join(out, id))]));
    const faults = faultsOfPackages(packages);
    const fired = [...faults].filter(([, found]) => found.some((fault) => fault.endsWith("ran code of the document")));
    expect(fired.map(([id]) => id)).toEqual(expect.arrayContaining(["h01", "h15", "h19", "h27"]));
    expect([...faults].filter(([, found]) => found.some((fault) => fault.startsWith("<script")))).not.toEqual([]);
  });
});

function runOf({ file, limits }: Case, engine: string): Ran {
  return generateInSandbox(join(folder, file), engine, limits.seconds);
}

function faultsOfRefusal({ code, said, files }: Ran, file: string): string[] {
  return [
    ...faultsOfError(code, said),
    ...(said.includes(file) ? [] : ["the file is not named"]),
    ...(files.size === 0 ? [] : ["something was written"]),
    ...(said.includes("root:") ? ["a file of the system is quoted"] : []),
  ];
}

/** What `index.json` asks of single cases beside that, in its words under `mustAlso`. */
const furtherFaults: Record<string, (run: Ran) => string[]> = {
  h23: ({ files }) => unless(/"version": "\d+\.\d+\.\d+"/.test(files.get("package.json") ?? ""), "no semantic version"),
  h31: (run) => {
    const bare = generateInSandbox(withoutExtensions(join(folder, "h31-vendor-extensions.json")), "mustache", 60);
    return [...run.files].flatMap(([path, text]) =>
      unless(path === "codegen.lock.json" || bare.files.get(path) === text, `${path} depends on an extension`),
    );
  },
  h33: ({ files }) => {
    const docs = [...files]
      .filter(([path]) => path.endsWith(".md"))
      .map(([, text]) => text)
      .join("\n");
    return [
      ...unless(docs.includes("{{ 7*7 }}"), "{{ 7*7 }} is not shown"),
      ...unless(!/\b49\b/.test(docs), "49 is shown"),
    ];
  },
  n01: ({ said }) => unless(/\/a\b/.test(said) && /\/b\b|~1b/.test(said), "not both operations are named"),
  s09: ({ said }) => unless(/s09-invalid-yaml\.yaml:\d+:\d+/.test(said), "no file:line:column"),
  s15: ({ said }) => unless(/200 levels/.test(said), "the limit is not named"),
  s19: ({ files }) => unless(![...files.values()].some((text) => text.includes("\r")), "there is a carriage return"),
  s29: ({ said }) => unless(/:4:1 /.test(said) && /paths/.test(said), "the key and the line are not named"),
};

function unless(isMet: boolean, fault: string): string[] {
  return isMet ? [] : [fault];
}

function withoutExtensions(path: string): string {
  const text = readFileSync(path, "utf8");
  const isUndocumented = (key: string): boolean => key.startsWith("x-") && !documentedExtensions.has(key);
  const bare = JSON.stringify(JSON.parse(text), (key, value: unknown) => (isUndocumented(key) ? undefined : value), 1);
  const file = join(mkdtempSync(join(tmpdir(), "bare-")), "bare.json");
  writeFileSync(file, bare);
  return file;
}

function filesBelow(path: string): Files {
  return new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name), "utf8")]));
}
