import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { edited } from "../support/edits";
import { features, fixturePath } from "../support/fixtures";
import type { Files } from "../support/modules";
import { faultsOfError, faultsOfPackages } from "./judge";
import { outcomeOf } from "./outcome";

/** `npm run test:fuzz -- --runs 1000 --seed 1`: how many documents in all, and from which seed. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 30);
const firstSeed = Number(process.env["FUZZ_SEED"] ?? 1);
/** Documents that are compiled in one program. */
const batch = 30;

jest.setTimeout(60_000 + runs * 10_000);

/** Each edit is of what the edits before have left of a fixture; what the gate refuses is taken back. */
const texts = features.map((feature) => JSON.stringify(parse(readFileSync(fixturePath(feature), "utf8"))));

describe("whatever becomes of a document", () => {
  it(`what is made of it compiles and imports, or it is refused: ${runs} edits from the seed ${firstSeed} on`, async () => {
    const faults: string[] = [];
    let packages = new Map<string, Files>();
    let made = 0;
    const judge = (): void => {
      for (const [name, found] of faultsOfPackages(packages)) faults.push(...found.map((fault) => `${name}: ${fault}`));
      made += packages.size;
      packages = new Map();
    };
    for (let index = 0; index < runs; index += 1) {
      const seed = firstSeed + index;
      const at = seed % texts.length;
      const text = edited(texts[at]!, seed);
      const outcome = await outcomeOf({ "spec.json": text }).catch(String);
      const name = `seed-${seed}-of-${features[at]!.replaceAll(".", "")}`;
      if (typeof outcome === "string") faults.push(`${name}: a bug of ours: ${outcome}: ${text}`);
      else if ("files" in outcome) {
        packages.set(name, outcome.files);
        texts[at] = text;
      } else faults.push(...faultsOfError(outcome.code, outcome.said).map((fault) => `${name}: ${fault}: ${text}`));
      if (packages.size === batch) judge();
    }
    judge();
    expect(faults).toEqual([]);
    expect(made).toBeGreaterThan(runs / 3);
  });
});
