import fc from "fast-check";
import { documentWith, type Kind } from "./document";
import type { Files } from "../support/modules";
import { faultsOfError, faultsOfPackages } from "./judge";
import { outcomeOf } from "./outcome";
import { blockPayloads, hiddenPayloads, linePayloads } from "./payloads";

/** `npm run test:fuzz -- --runs 1000 --seed 1`: how many documents, and from which seed; each document has the next one. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 12);
const firstSeed = Number(process.env["FUZZ_SEED"] ?? 1);
/** Documents that are compiled in one program. */
const batch = 30;

jest.setTimeout(60_000 + runs * 10_000);

/** Pieces of payloads in any order, and anything else. */
const oneLine = fc.oneof(
  fc.constantFrom(...linePayloads),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc
    .array(fc.constantFrom(..."'\"`\\${}*/<>[]()|#@&;:!?=%~^-_.,+ \tabAB1é日😀".split("")), { maxLength: 30 })
    .map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...linePayloads), { minLength: 2, maxLength: 3 }).map((parts) => parts.join(" ")),
);
const anyText = fc.oneof(
  oneLine,
  fc.constantFrom(...hiddenPayloads, ...blockPayloads),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(fc.oneof(oneLine, fc.constantFrom("\n", "\r\n", "\n\n", "```", "    ", "- ", "> ", "| ")), { maxLength: 6 })
    .map((parts) => parts.join("")),
);
/** A name that the gate takes: without characters that show nothing. */
const anyName = oneLine.filter(
  (text) => !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(text),
);

const texts: Readonly<Record<Kind, fc.Arbitrary<string> | undefined>> = {
  text: anyText,
  name: anyName,
  grammar: undefined,
};

/** The document of a seed: each place keeps its usual text, or has one from the generator of its kind. */
function documentOf(seed: number): object {
  let place = 0;
  return documentWith((kind, name, usual) => {
    place += 1;
    const arbitrary = texts[kind];
    if (arbitrary === undefined) return usual;
    const [text] = fc.sample(fc.option(arbitrary, { freq: 3, nil: usual }), {
      numRuns: 1,
      seed: seed * 1000 + place,
    }) as [string];
    if (name === "path") return text.replace(/[{}?#]/g, "");
    // Parameters of one place must differ, and a name must not be empty.
    return name.endsWith("parameter") ? `${text}.` : text;
  });
}

describe("whatever a document says", () => {
  it(`what is made of it compiles, imports and renders inert: ${runs} documents from the seed ${firstSeed} on`, async () => {
    const faults: string[] = [];
    let made = 0;
    for (let start = 0; start < runs; start += batch) {
      const packages = new Map<string, Files>();
      for (let index = start; index < Math.min(runs, start + batch); index += 1) {
        const seed = firstSeed + index;
        const outcome = await outcomeOf({ "spec.json": JSON.stringify(documentOf(seed)) }).catch(String);
        if (typeof outcome === "string") faults.push(`seed ${seed}: a bug of ours: ${outcome}`);
        else if ("files" in outcome) packages.set(`seed-${seed}`, outcome.files);
        else faults.push(...faultsOfError(outcome.code, outcome.said).map((fault) => `seed ${seed}: ${fault}`));
      }
      made += packages.size;
      for (const [seed, found] of faultsOfPackages(packages)) faults.push(...found.map((fault) => `${seed}: ${fault}`));
    }
    expect(faults).toEqual([]);
    // Most documents get as far as a package: else nothing is asked of the encoders.
    expect(made).toBeGreaterThan(runs * 0.8);
  });
});
