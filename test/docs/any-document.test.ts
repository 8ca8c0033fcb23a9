import { compile } from "../support/compile";
import { packageExamples } from "../support/examples";
import { features, fixturePath } from "../support/fixtures";
import { generate } from "../support/generate";

/** A package with its examples beside its sources. */
async function withExamples(feature: string): Promise<Map<string, string>> {
  const files = await generate(fixturePath(feature));
  const examples = packageExamples(files);
  expect([feature, examples.length > 10]).toEqual([feature, true]);
  return new Map([...files, ...examples]);
}

const environment = "declare const process: { env: Record<string, string | undefined> };\n";

it("the examples of every fixture compile under strict TypeScript", async () => {
  const packages = await Promise.all(features.map(async (feature) => [feature, await withExamples(feature)] as const));
  expect(compile(new Map([...packages, ["environment", new Map([["environment.d.ts", environment]])]]))).toEqual([]);
}, 120_000);
