import { load } from "../../../generator/load";
import { GenerateError, type Problem } from "../../../generator/problem";
import { temporaryFolder, writeFiles } from "../../support/command";

const folder = temporaryFolder();
const ends = (more: object): string =>
  JSON.stringify({ openapi: "3.1.0", info: { title: "M", version: "1" }, ...more });
const pet = JSON.stringify({ type: "object", properties: { friend: { $ref: "pet.json" } } });
const pets = JSON.stringify({
  "/pets": { $ref: "paths.json#/named/pets" },
  named: { pets: { get: { responses: { "200": { $ref: "api.json#/components/responses/Pets" } } } } },
});

function read(files: Readonly<Record<string, string>>): unknown {
  const { value } = load("api.json", { cwd: writeFiles(folder(), files) });
  return JSON.parse(JSON.stringify(value));
}

function problemsOf(files: Readonly<Record<string, string>>): readonly Problem[] {
  try {
    read(files);
  } catch (error) {
    if (error instanceof GenerateError) return error.problems;
    throw error;
  }
  return [];
}

const answers = { Pets: { description: "Pets", content: { "text/x": { schema: { $ref: "pet.json" } } } } };
const whole = {
  schemas: { Pet: { type: "object", properties: { friend: { $ref: "#/components/schemas/Pet" } } } },
  responses: { Pets: { description: "Pets", content: { "text/x": { schema: { $ref: "#/components/schemas/Pet" } } } } },
};

describe("components of a document", () => {
  const paths = { "/pets": { $ref: "paths.json#/named/pets" } };
  const kinds = {
    "schemas.json": JSON.stringify({ Pet: { $ref: "pet.json" } }),
    "responses.json": JSON.stringify(answers),
  };

  it("each kind may have a file of its own", () => {
    const components = { schemas: { $ref: "schemas.json" }, responses: { $ref: "responses.json#" } };
    const files = { "api.json": ends({ paths, components }), "paths.json": pets, "pet.json": pet, ...kinds };
    expect(read(files)).toMatchObject({ components: whole });
  });

  it("all of them may be in one", () => {
    const components = JSON.stringify({ schemas: { $ref: "schemas.json" }, responses: answers });
    const files = { "paths.json": pets, "pet.json": pet, ...kinds, "components.json": components };
    const all = { "api.json": ends({ paths, components: { $ref: "components.json" } }), ...files };
    expect(read(all)).toMatchObject({
      components: whole,
      paths: { "/pets": { get: { responses: { "200": { $ref: "#/components/responses/Pets" } } } } },
    });
  });

  it.each([
    ["null", { components: null }, "#/components"],
    ["a list", { components: [] }, "#/components"],
    ["a kind that is a list", { components: { schemas: [] } }, "#/components/schemas"],
    ["a file that is no object", { components: { schemas: { $ref: "list.json" } } }, "#/components/schemas/$ref"],
  ])("%s is a problem", (_title, more, pointer) => {
    const files = { "api.json": ends({ paths, ...more }), "paths.json": pets, "pet.json": pet, "list.json": "[]" };
    expect(problemsOf(files)).toMatchObject([{ code: "structure", pointer }]);
  });
});

describe("the properties of a schema", () => {
  it("may be in a file of their own, and one may be called $ref", () => {
    const properties = { $ref: { type: "string" }, friend: { $ref: "api.json#/components/schemas/Pet" } };
    const schemas = { Pet: { properties: { $ref: "all.json#/of~1pets" } }, Other: { $ref: "pet.json" } };
    const files = {
      "api.json": ends({ paths: {}, components: { schemas } }),
      "all.json": JSON.stringify({ "of/pets": properties }),
      "pet.json": pet,
    };
    expect(read(files)).toMatchObject({
      components: { schemas: { Pet: { properties: { ...properties, friend: { $ref: "#/components/schemas/Pet" } } } } },
    });
  });
});

describe("a path item", () => {
  it.each([
    ["itself through another file", { "item.json": '{ "$ref": "api.json#/paths/~1a" }' }],
    ["another that leads back", { "item.json": '{ "$ref": "b.json" }', "b.json": '{ "$ref": "item.json" }' }],
  ])("that leads to %s is a problem", (_title, files) => {
    const api = ends({ paths: { "/a": { $ref: "item.json" } } });
    expect(problemsOf({ "api.json": api, ...files })).toMatchObject([{ code: "reference-cycle" }]);
  });
});
