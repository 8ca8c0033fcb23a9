import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, writeFiles } from "../support/command";
import { features, fixturePath } from "../support/fixtures";
import { generate } from "../support/generate";
import { writeModules } from "../support/modules";

jest.setTimeout(120_000);

/** What the script that also calls public documents says of one. */
interface Calls {
  readonly operations: number;
  readonly calls: number;
  readonly redirects: readonly string[];
  readonly faults: readonly { readonly operation: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "every-operation-"));
const large = join(folder, "large.json");
const specs = new Map([
  ...features.map((feature) => [feature, join(root, fixturePath(feature))] as const),
  ["audiences", join(root, "spec", "audiences.yaml")],
  ["large", large],
]);
const found = new Map<string, Calls>();
/** What can't end well: the schema of its body requires a property that no part of it has. */
const unsendable = new Set(["orders_create of all-of-required"]);

beforeAll(async () => {
  const script = join(root, "scripts", "large-document.mjs");
  writeFileSync(large, run(script, "--operations", "60"));
  const packages = new Map<string, Map<string, string>>();
  for (const [name, spec] of specs) packages.set(name, await generate(spec));
  writeModules(folder, packages);
  for (const [name, files] of packages)
    writeFiles(join(folder, name), { "docs/index.json": files.get("docs/index.json")! });
  const pairs = [...specs].flatMap(([name, spec]) => [spec, join(folder, name)]);
  const said = JSON.parse(run(join(root, "scripts/corpus/call-operations.mjs"), "src/index.js", ...pairs)) as Calls[];
  [...specs.keys()].forEach((name, at) => found.set(name, said[at]!));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (stdout === "") throw new Error(stderr);
  return stdout;
}

it.each([...specs.keys()])("%s: every operation, called with its arguments, ends well", (name) => {
  const { operations, calls, redirects, faults } = found.get(name)!;
  const unknown = faults.filter(({ operation }) => !unsendable.has(`${operation} of ${name}`));
  expect({ redirects, faults: unknown }).toEqual({ redirects: [], faults: [] });
  expect(operations).toBeGreaterThan(0);
  expect(calls).toBe(2 * operations);
});

it("takes as many operations as there are", () => {
  expect([found.get("audiences")!.operations, found.get("large")!.operations]).toEqual([5, 60]);
});
