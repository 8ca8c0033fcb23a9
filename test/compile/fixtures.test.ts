import { features, fixturePath } from "../support/fixtures";
import { generate } from "../support/generate";
import { compile } from "../support/compile";

describe("what is made of each feature compiles under strict TypeScript", () => {
  it("all of them, in one program", async () => {
    const packages = await Promise.all(
      features.map(async (feature) => [feature, await generate(fixturePath(feature))] as const),
    );
    expect(compile(new Map(packages))).toEqual([]);
  });
});
