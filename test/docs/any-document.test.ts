import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root, writeFiles } from "../support/command";
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

it.each([
  ["x-enum-descriptions", ["The first.", "The | second."]],
  ["x-enumDescriptions", { a: "The first.", b: "The | second." }],
])("%s says what each value means", async (extension, meanings) => {
  const document = {
    openapi: "3.0.3",
    info: { title: "Meanings", version: "1" },
    paths: {
      "/a": {
        get: {
          operationId: "a",
          responses: {
            200: {
              description: "d",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Letter" } } },
            },
          },
        },
      },
    },
    components: { schemas: { Letter: { type: "string", enum: ["a", "b"], [extension]: meanings } } },
  };
  const folder = writeFiles(mkdtempSync(join(tmpdir(), "meanings-")), { "spec.json": JSON.stringify(document) });
  const text = (await generate(relative(root, join(folder, "spec.json")))).get("docs/schemas/Letter.md")!;
  expect(text).toContain('| value | meaning |\n| --- | --- |\n| `"a"` | The first. |\n| `"b"` | The \\| second. |\n');
});
