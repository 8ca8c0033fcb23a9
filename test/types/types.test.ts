import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../support/compile";
import { fixturePath } from "../support/fixtures";
import { generate } from "../support/generate";

const folder = join(__dirname, "cases");
jest.setTimeout(300_000);

function casesIn(path: string): (readonly [name: string, text: string])[] {
  return readdirSync(path)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name, readFileSync(join(path, name), "utf8")]);
}

/** Each line that must not compile says so with `@ts-expect-error`; one that does is an error, too. */
describe("the types of the built package help and refuse", () => {
  it.each(["module", "commonjs"])("in a program of type %s", (type) => {
    const program = new Map([["package.json", JSON.stringify({ type })], ...casesIn(folder)]);
    expect(compile(new Map([["cases", program]]), { verbatimModuleSyntax: false })).toEqual([]);
  });
});

/** What the audiences document can't show: a file for a fixture, in the package that is made of it. */
describe("the types that are made of features help and refuse", () => {
  it("all of them, in one program", async () => {
    const packages = await Promise.all(
      casesIn(join(folder, "fixtures")).map(async ([name, text]) => {
        const feature = name.replace(/\.ts$/, "");
        return [feature, new Map([...(await generate(fixturePath(feature))), [name, text]])] as const;
      }),
    );
    expect(packages.length).toBeGreaterThan(4);
    expect(compile(new Map(packages))).toEqual([]);
  });
});
