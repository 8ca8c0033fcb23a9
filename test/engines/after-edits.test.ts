import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { GenerateError } from "../../generator/problem";
import { smallDocument, temporaryFolder } from "../support/command";
import { fixturePath } from "../support/fixtures";
import { generate } from "../support/generate";

/** `EDIT_RUNS=500 EDIT_SEED=1 npx jest test/engines/after-edits`: how many edits of each document, and from which seed. */
const runs = Number(process.env["EDIT_RUNS"] ?? 12);
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
    for (let index = 0; index < runs; index += 1) {
      const text = edited(accepted, seed + index);
      const made = await packageOf(text);
      after.set(text, made);
      // What the gate refuses is taken back.
      if (typeof made !== "string") accepted = text;
    }
    for (const [text, made] of after) {
      await forget();
      expect(made).toEqual(await packageOf(text));
    }
    expect([...after.values()].filter((made) => typeof made !== "string").length).toBeGreaterThan(runs / 4);
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

type Container = Record<string, unknown>;

/** The document with one change somewhere in it. */
function edited(text: string, ownSeed: number): string {
  const document = JSON.parse(text) as Container;
  const [choice] = fc.sample(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...Object.values(edits))), {
    numRuns: 1,
    seed: ownSeed,
  }) as [[number, number, Edit]];
  const [at, from, edit] = choice;
  const places = placesOf(document).filter(({ depth }) => depth > 1);
  const place = places[at % places.length]!;
  const alike = places.filter(({ parent, key }) => typeof parent[key] === typeof place.parent[place.key]);
  edit(place, alike[from % alike.length]!);
  return JSON.stringify(document);
}

interface At {
  readonly parent: Container;
  readonly key: string;
  readonly depth: number;
}

function placesOf(value: unknown, depth = 0): At[] {
  if (typeof value !== "object" || value === null) return [];
  const parent = value as Container;
  return Object.keys(parent).flatMap((key) => [{ parent, key, depth }, ...placesOf(parent[key], depth + 1)]);
}

type Edit = (at: At, other: At) => void;

const edits: Record<string, Edit> = {
  remove: ({ parent, key }) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  },
  say: ({ parent, key }) => {
    const value = parent[key];
    parent[key] = typeof value === "string" ? `${value}2` : typeof value === "boolean" ? !value : value;
  },
  copyHere: ({ parent, key }, { parent: other, key: from }) => {
    parent[key] = JSON.parse(JSON.stringify(other[from])) as unknown;
  },
  add: ({ parent, key }) => {
    if (!Array.isArray(parent)) parent[`${key}Too`] = JSON.parse(JSON.stringify(parent[key])) as unknown;
  },
  moveToTheEnd: ({ parent, key }) => {
    if (Array.isArray(parent)) return;
    const value = parent[key];
    Reflect.deleteProperty(parent, key);
    parent[key] = value;
  },
};
