import { check } from "../../../generator/check";
import { load } from "../../../generator/load";
import { normalize } from "../../../generator/normalize";
import { prepare } from "../../../generator/prepare";
import { aliasOf, carrier } from "../../../generator/render/openapi-generator/carrier";
import { layOut } from "../../../generator/render/openapi-generator/layout";
import { readTemplates } from "../../../generator/render/read-templates";
import { templatesFolder } from "../../../generator/templates-folder";
import { root } from "../../support/command";

async function prepared() {
  const document = normalize(await check(load("spec/audiences.yaml", { cwd: root })));
  return prepare(document, { name: "x", version: "1.0.0", hasChangelog: false, hasDocs: true });
}

describe("what the JAR is given", () => {
  it("is an OpenAPI document with nothing of ours in it but x-gen", async () => {
    const document = await prepared();
    const { paths, components } = carrier(document, aliasOf(document)) as {
      paths: Record<string, { get: Record<string, unknown> }>;
      components: { schemas: Record<string, Record<string, unknown>> };
    };
    expect(Object.keys(paths)).toEqual(["/o0", "/o1", "/o2", "/o3", "/o4"]);
    for (const { get } of Object.values(paths))
      expect(Object.keys(get)).toEqual(["operationId", "tags", "responses", "x-gen"]);
    expect(Object.keys(components.schemas)).toEqual(
      document.schemas.map((_, index) => `Schema${String(index).padStart(2, "0")}`),
    );
    for (const schema of Object.values(components.schemas))
      expect(Object.keys(schema)).toEqual(["type", "properties", "x-gen"]);
  });

  it("names sort in the document's order, however many there are", async () => {
    const document = await prepared();
    const many = { ...document, schemas: Array.from({ length: 1200 }, () => document.schemas[0]!) };
    const names = many.schemas.map((_, index) => aliasOf(many).schema(index));
    expect([...names].sort()).toEqual(names);
  });

  it("every file of the package has one place among what the JAR makes", async () => {
    const document = await prepared();
    const rows = layOut(document, readTemplates(templatesFolder), aliasOf(document));
    const files = rows.flatMap(({ files: made }) => made);
    expect(new Set(files.map(({ from }) => from)).size).toBe(files.length);
    expect(new Set(files.map(({ to }) => to)).size).toBe(files.length);
    expect(files.map(({ to }) => to)).toEqual(
      expect.arrayContaining(["src/client.ts", "docs/AudiencesApi.md", "docs/schemas/Error.md"]),
    );
  });
});
