import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { GenerateError } from "../../generator/problem";
import { smallDocument, temporaryFolder } from "../support/command";
import { edited } from "../support/edits";
import { fixturePath } from "../support/fixtures";
import { generate } from "../support/generate";

/** `EDIT_RUNS=500 EDIT_SEED=1 npx jest test/engines/after-edits`: how many edits of each document are taken, and from which seed. */
const runs = Number(process.env["EDIT_RUNS"] ?? 6);
const seed = Number(process.env["EDIT_SEED"] ?? 1);

jest.setTimeout(60_000 + runs * 5_000);

const documents = [
  "spec/audiences.yaml",
  ...["discriminator-shared", "open-enums", "read-write", "two-tags", "security-combinations", "all-of-required"].map(
    fixturePath,
  ),
];

const folder = temporaryFolder();

/** Under `watch` a run takes over what the run before has made of what did not change: nothing may tell. */
describe("a run after an edit makes what a first run makes", () => {
  it.each(documents)(`of %s, from the seed ${seed} on`, async (path) => {
    let accepted = JSON.stringify(parse(readFileSync(path, "utf8")));
    const after = new Map([[accepted, await packageOf(accepted)]]);
    let taken = 0;
    for (let index = 0; taken < runs && index < 20 * runs; index += 1) {
      const text = edited(accepted, seed + index);
      const made = await packageOf(text);
      after.set(text, made);
      // What the gate refuses is taken back.
      if (typeof made === "string") continue;
      accepted = text;
      taken += 1;
    }
    for (const [text, made] of after) {
      await forget();
      expect(made).toEqual(await packageOf(text));
    }
    expect(taken).toBe(runs);
  });
});

/** The package of a document, or why there is none. */
async function packageOf(text: string): Promise<string | ReadonlyMap<string, string>> {
  const spec = join(folder(), "spec.json");
  writeFileSync(spec, text);
  try {
    return await generate(spec);
  } catch (error) {
    if (error instanceof GenerateError) return error.message;
    throw error;
  }
}

/** A document that has nothing in common with the next takes its place in what is remembered. */
async function forget(): Promise<void> {
  writeFileSync(join(folder(), "other.yaml"), smallDocument);
  await generate(join(folder(), "other.yaml"));
}
