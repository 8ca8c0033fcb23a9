import { bands, raw } from "../support/bands";
import { features, readFixture, fixturePath } from "../support/fixtures";
import { generate } from "../support/generate";

expect.addSnapshotSerializer(raw);

describe("each feature, rendered", () => {
  it.each(features)("%s", async (feature) => {
    const { text, shows } = readFixture(feature);
    const files = await generate(fixturePath(feature));
    const shown = shows.map((path) => [path, files.get(path) ?? "(no such file)"] as const);
    expect(bands([[fixturePath(feature), text], ...shown])).toMatchSnapshot();
  });
});
