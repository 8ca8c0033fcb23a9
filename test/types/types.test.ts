import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../support/compile";

const folder = join(__dirname, "cases");

/** Each line that must not compile says so with `@ts-expect-error`; one that does is an error, too. */
describe("the types of the built package help and refuse", () => {
  it.each(["module", "commonjs"])("in a program of type %s", (type) => {
    const sources = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);
    const program = new Map([["package.json", JSON.stringify({ type })], ...sources]);
    expect(compile(new Map([["cases", program]]), { verbatimModuleSyntax: false })).toEqual([]);
  });
});
