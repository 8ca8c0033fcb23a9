import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Configuration } from "../../generator/configuration";
import { generateFiles } from "../../generator/generate";
import { root, run, temporaryFolder, writeFiles } from "../support/command";
import { compile } from "../support/compile";
import { findJava } from "../support/java";

jest.setTimeout(60_000);

const folder = temporaryFolder();
const old = readFileSync(join(root, "test/fixtures/_history_/first.yaml"), "utf8");
const renamed = old.replace("audiences_get", "audiences_fetch").replaceAll(/\bRule\b/g, "AudienceRule");

const configuration = `spec: new.yaml
name: audiences
aliases:
  audiences_get: { is: audiences_fetch, until: 0.4.0 }
  Rule: { is: AudienceRule, until: 0.4.0 }
`;

/** Code that was written before an operation and a type got other names. */
const consumer = `import { createClient, type AudiencesGetArgs, type Rule } from "./src/index.js";
import { audiencesGet, audiencesGetSafe, createTransport, type AudiencesGetResult } from "./src/functions.js";

const args: AudiencesGetArgs = { account_id: "1", audience_id: "2" };
export const rule: Rule = { country: "US" };
export const one = createClient().audiences.get(args);
export const safe = createClient().safe.audiences.get(args);
export const two = audiencesGet(createTransport(), args);
export const result: Promise<AudiencesGetResult> = audiencesGetSafe(createTransport(), args);
`;

async function generate(engine: Configuration["engine"]): Promise<Map<string, string>> {
  const spec = join(writeFiles(folder(), { "new.yaml": renamed }), "new.yaml");
  const aliases = [
    { was: "audiences_get", is: "audiences_fetch", until: "0.4.0" },
    { was: "Rule", is: "AudienceRule", until: "0.4.0" },
  ];
  const { files } = await generateFiles(
    { spec, out: "unused", name: "audiences", version: "1.0.0", engine, aliases },
    { offline: true, only: "client" },
  );
  return new Map(files.map(({ path, text }) => [path, text]));
}

describe("an operation and a type with another name, and an alias for each", () => {
  it("compile under their old names, which are deprecated and say when they go", async () => {
    const files = await generate("mustache");
    expect(compile(new Map([["audiences", new Map(files).set("use.ts", consumer)]]))).toEqual([]);
    const marked = [...files.values()].flatMap((text) => text.match(/@deprecated Called .*(?= \*\/)/g) ?? []);
    const of = (name: string): string => `@deprecated Called \`${name}\` now; this name goes in 0.4.0.`;
    const names = [
      "fetch",
      "fetch",
      "audiencesFetch",
      "audiencesFetchSafe",
      "AudiencesFetchArgs",
      "AudiencesFetchResult",
    ];
    expect(marked.sort()).toEqual([...names, "AudienceRule"].map(of).sort());
  });

  (findJava() ? it : it.skip)("are the same from openapi-generator", async () => {
    expect(await generate("openapi-generator")).toEqual(await generate("mustache"));
  });

  it("are no breaking change", () => {
    writeFiles(folder(), { "old.yaml": old, "new.yaml": renamed, "codegen.config.yaml": configuration });
    const found = run(["diff", "old.yaml", "new.yaml", "--config", "codegen.config.yaml"], { cwd: folder() });
    expect(found.stdout).toMatch(/^minor: 3 minor \(/);
    expect(found.stdout).toContain(
      "minor type-aliased the type `Rule` is now called `AudienceRule`, and the old name is deprecated",
    );
    expect(found.stdout).toContain(
      "minor operation-aliased `client.audiences.get` is now called `client.audiences.fetch`",
    );
    expect(run(["diff", "old.yaml", "new.yaml"], { cwd: folder() }).stdout).toMatch(/^major: 3 major \(/);
  });
});

describe("an alias that can't be", () => {
  it.each([
    [
      "leads nowhere",
      "things_get: { is: things_all, until: 1.0.0 }",
      "aliases: things_get leads to things_all, which the document does not have",
    ],
    ["is a name of the document", "Error: { is: Audience, until: 1.0.0 }", "aliases: the document has Error itself"],
    ["has no end", "things_get: { is: audiences_get }", "aliases must map old names to what they are now"],
  ])("%s: exit code 2", (_name, line, message) => {
    writeFiles(folder(), { "old.yaml": old, "codegen.config.yaml": `spec: old.yaml\naliases:\n  ${line}\n` });
    const { code, stderr } = run(["generate", "--engine", "mustache"], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
