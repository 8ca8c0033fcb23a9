import type { Files } from "../support/modules";
import { accepted, refused } from "./documents";
import { faultsOfError, faultsOfPackages } from "./judge";
import { outcomeOf } from "./outcome";

jest.setTimeout(300_000);

describe("is refused, and says where and why", () => {
  it.each(Object.entries(refused))("%s", async (title, sources) => {
    const outcome = await outcomeOf(sources);
    if ("files" in outcome) throw new Error("it was accepted");
    expect(outcome.problemCodes).toContain(title.split(":")[0]);
    const isWithoutPlace = title.startsWith("too-large");
    expect(faultsOfError(outcome.code, outcome.said)).toEqual(isWithoutPlace ? ["no line says file:line:column"] : []);
    expect(outcome.said).not.toMatch(/root:|secret/);
  });
});

describe("is made into a package that is safe", () => {
  let faults = new Map<string, string[]>();

  beforeAll(async () => {
    const packages = new Map<string, Files>();
    for (const [title, document] of Object.entries(accepted)) {
      const outcome = await outcomeOf({ "spec.json": document });
      if (!("files" in outcome)) throw new Error(`${title}: ${outcome.said}`);
      packages.set(title, outcome.files);
    }
    faults = faultsOfPackages(packages);
  });

  it.each(Object.keys(accepted))("%s", (title) => {
    expect(faults.get(title)).toEqual([]);
  });
});
