import { readdirSync } from "node:fs";
import { join } from "node:path";
import { faultsOfPackages } from "../hostile/judge";
import { generate } from "../support/generate";
import { shared, withShared } from "./shared";

jest.setTimeout(120_000);

withShared("each real document of ../shared", () => {
  const folder = join(shared, "corpus");
  const documents = [
    ...readdirSync(join(folder, "audiences")).map((name) => `audiences/${name}`),
    "pinterest-full.json",
  ];

  it.each(documents)("%s: what is made of it compiles, imports and has inert docs", async (document) => {
    const files = await generate(join(folder, document));
    expect(faultsOfPackages(new Map([["package", files]])).get("package")).toEqual([]);
  });
});
