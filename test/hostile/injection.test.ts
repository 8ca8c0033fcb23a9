import { documentWith } from "./document";
import { faultsOfError, faultsOfPackages } from "./judge";
import { mixed } from "./mixed";
import { naive } from "./naive";
import { outcomeOf, type Outcome } from "./outcome";
import { blockPayloads, hiddenPayloads, linePayloads } from "./payloads";

jest.setTimeout(300_000);

const outcomeOfDocument = (document: object): Promise<Outcome> => outcomeOf({ "spec.json": JSON.stringify(document) });

const show = (text: string): string => JSON.stringify(text).slice(0, 60);

/** Packages of documents that must not be refused. */
async function packagesOf(documents: readonly object[]): Promise<Map<string, ReadonlyMap<string, string>>> {
  const packages = new Map<string, ReadonlyMap<string, string>>();
  for (const [index, document] of documents.entries()) {
    const outcome = await outcomeOfDocument(document);
    if (!("files" in outcome)) throw new Error(`document ${index}: ${outcome.said}`);
    packages.set(`p${index}`, outcome.files);
  }
  return packages;
}

it("text that breaks out of where it stands comes out inert", async () => {
  const packages = await packagesOf(Array.from({ length: 12 }, (_, index) => mixed(index)));
  expect([...faultsOfPackages(packages).values()].flat()).toEqual([]);
});

describe("a name with hidden characters is refused", () => {
  it.each(hiddenPayloads.map((payload) => [show(payload), payload] as const))("%s", async (_, payload) => {
    const outcome = await outcomeOfDocument(documentWith((kind, __, usual) => (kind === "name" ? payload : usual)));
    if ("files" in outcome) throw new Error("it was accepted");
    expect(outcome.problemCodes).toContain("hidden-character");
    expect(faultsOfError(outcome.code, outcome.said)).toEqual([]);
  });
});

it("what has a grammar of its own keeps to it, or is refused", async () => {
  const packages = new Map<string, ReadonlyMap<string, string>>();
  for (const place of grammarPlaces()) {
    for (const payload of [...linePayloads, ...hiddenPayloads]) {
      const outcome = await outcomeOfDocument(documentWith((_, other, usual) => (other === place ? payload : usual)));
      if ("files" in outcome) packages.set(`p${packages.size}`, outcome.files);
      else expect(faultsOfError(outcome.code, outcome.said)).toEqual([]);
    }
  }
  expect(packages.size).toBeLessThan(60);
  expect([...faultsOfPackages(packages).values()].flat()).toEqual([]);
});

function grammarPlaces(): string[] {
  const places: string[] = [];
  documentWith((kind, place, usual) => {
    if (kind === "grammar") places.push(place);
    return usual;
  });
  return places;
}

it("the judge condemns a generator that pastes text", () => {
  const texts = [...linePayloads, ...blockPayloads];
  const packages = new Map(texts.map((text, index) => [`p${index}`, naive({ text })]));
  const faults = [...faultsOfPackages(packages).values()];
  const condemned = (what: RegExp): number => faults.filter((found) => found.some((fault) => what.test(fault))).length;
  expect(condemned(/ran code of the document$/)).toBeGreaterThan(5);
  expect(condemned(/expected|Unterminated/)).toBeGreaterThan(5);
  expect(condemned(/<script>/)).toBeGreaterThan(2);
  expect(condemned(/<img onerror>/)).toBeGreaterThan(0);
  expect(condemned(/a link to javascript:/)).toBeGreaterThan(0);
});
