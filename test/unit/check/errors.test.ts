import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../../generator/check";
import { load } from "../../../generator/load";
import { GenerateError } from "../../../generator/problem";
import { printProblems } from "../../../generator/report";

const root = join(__dirname, "..", "..", "..");
const folder = "test/fixtures/_errors_";

/** What a user sees, without colours, and the exit code. */
async function saidOf(spec: string): Promise<string> {
  try {
    await check(load(spec, { cwd: root }));
    return "nothing\n";
  } catch (error) {
    if (!(error instanceof GenerateError)) throw error;
    const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
    return `${printProblems(error.problems, { color: false, textOf })}exit code ${error.exitCode}\n`;
  }
}

/** Exact texts, in files of their own: with `--ci` nothing is written. */
describe("a bad document gets a good message", () => {
  it.each(readdirSync(join(root, folder)))("%s", async (failure) => {
    const spec = readdirSync(join(root, folder, failure)).find((name) => name.startsWith("spec."))!;
    const said = await saidOf(`${folder}/${failure}/${spec}`);
    const expected = join(root, folder, failure, "expected.txt");
    if (!existsSync(expected) && process.env["CI"] === undefined) writeFileSync(expected, said);
    expect(said).toBe(readFileSync(expected, "utf8"));
  });
});
