import { findJava } from "../support/java";
import { features, fixturePath } from "../support/fixtures";
import { generate } from "../support/generate";

const documents = [...features.map(fixturePath), "spec/audiences.yaml"];

describe("a second run", () => {
  it.each(documents)("makes the same bytes of %s", async (spec) => {
    expect(await generate(spec)).toEqual(await generate(spec));
  });
});

const withJava = findJava() ? describe : describe.skip;

withJava("openapi-generator and the Mustache engine", () => {
  it.each(documents)("make the same bytes of %s", async (spec) => {
    expect(await generate(spec, { engine: "openapi-generator" })).toEqual(await generate(spec, { engine: "mustache" }));
  });
});
