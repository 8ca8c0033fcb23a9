import { check } from "../../../generator/check";
import { load } from "../../../generator/load";
import { normalize } from "../../../generator/normalize";
import { temporaryFolder, writeFiles } from "../../support/command";

const folder = temporaryFolder();

async function normalized(paths: object, more: object = {}) {
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths, ...more };
  writeFiles(folder(), { "a.json": JSON.stringify(document) });
  return normalize(await check(load("a.json", { cwd: folder() })));
}

const responses = { "204": { description: "Nothing" } };

describe("every operation has an operationId", () => {
  it("made of its method and path where it has none, without taking another's", async () => {
    const { openapi } = await normalized({
      "/things": { get: { responses }, post: { responses, operationId: "get_things" } },
      "/things/{thing-id}": {
        delete: { responses, parameters: [{ name: "thing-id", in: "path", required: true, schema: {} }] },
      },
    });
    const ids = Object.values(openapi.paths!)
      .flatMap((item) => Object.values(item))
      .map((operation) => (operation as { operationId: string }).operationId);
    expect(ids).toEqual(["get_things_2", "get_things", "delete_things_by_thing_id"]);
  });
});

describe("an operation stands alone", () => {
  it("takes its path item's parameters, and its own over them", async () => {
    const parameter = (name: string, location: string, description: string) => ({
      name,
      in: location,
      description,
      schema: {},
    });
    const { openapi } = await normalized({
      "/things": {
        parameters: [parameter("a", "query", "item"), parameter("b", "query", "item")],
        get: {
          operationId: "g",
          responses,
          parameters: [parameter("b", "query", "own"), parameter("b", "header", "own")],
        },
      },
    });
    const { parameters = [] } = openapi.paths!["/things"]!.get!;
    expect(
      parameters
        .map((found) => found as { name: string; in: string; description: string })
        .map((found) => `${found.in} ${found.name} ${found.description}`),
    ).toEqual(["query a item", "query b own", "header b own"]);
  });

  it("has one tag: its first, or default", async () => {
    const { openapi } = await normalized({
      "/a": { get: { operationId: "a", responses, tags: ["x", "y"] }, put: { operationId: "b", responses } },
    });
    expect([openapi.paths!["/a"]!.get!.tags, openapi.paths!["/a"]!.put!.tags]).toEqual([["x"], ["default"]]);
  });
});

it("webhooks and callbacks are left out, with a notice each", async () => {
  const { openapi, notices } = await normalized(
    {
      "/a": {
        post: { operationId: "a", responses, callbacks: { done: { "{$request.body#/url}": { post: { responses } } } } },
      },
    },
    { webhooks: { event: { post: { responses } } } },
  );
  expect(openapi.webhooks).toBeUndefined();
  expect(openapi.paths!["/a"]!.post).not.toHaveProperty("callbacks");
  expect(notices.map(({ severity, pointer }) => [severity, pointer])).toEqual([
    ["notice", "#/paths/~1a/post/callbacks/done"],
    ["notice", "#/webhooks/event"],
  ]);
});

it("a security scheme that the client has no option for gets a notice", async () => {
  const securitySchemes = {
    digest: { type: "http", scheme: "digest" },
    password: { type: "http", scheme: "Basic" },
    token: { type: "http", scheme: "bearer" },
    key: { type: "apiKey", in: "header", name: "k" },
  };
  const { notices } = await normalized(
    { "/a": { get: { operationId: "a", responses } } },
    { components: { securitySchemes } },
  );
  expect(notices.map(({ pointer, message }) => [pointer, message])).toEqual([
    ["#/components/securitySchemes/digest", 'the client has no option for the HTTP scheme "digest"'],
  ]);
});

it("a header of a part that has no one value gets a notice", async () => {
  const headers = { "X-Fixed": { schema: { const: "a" } }, "X-Free": { schema: { type: "string" } } };
  const content = {
    "multipart/form-data": { schema: { type: "object" }, encoding: { file: { headers } } },
    "application/x-www-form-urlencoded": { schema: { type: "object" }, encoding: { file: { headers } } },
  };
  const { notices } = await normalized(
    {
      "/a": { post: { operationId: "a", requestBody: { content }, responses } },
      "/b": { post: { operationId: "b", requestBody: { $ref: "#/components/requestBodies/Shared" }, responses } },
    },
    { components: { requestBodies: { Shared: { content } } } },
  );
  const place = "content/multipart~1form-data/encoding/file/headers/X-Free";
  expect(notices.map(({ pointer }) => pointer)).toEqual([
    `#/paths/~1a/post/requestBody/${place}`,
    `#/components/requestBodies/Shared/${place}`,
  ]);
});

describe("a reference leads to a component by its name", () => {
  const thing = (properties: object) => ({ components: { schemas: { Thing: { type: "object", properties } } } });

  it("what has no name stands where it is referred to, with what is said there", async () => {
    const { openapi } = await normalized(
      { "/things": { get: { responses, parameters: [{ name: "order", in: "query", schema: { type: "integer" } }] } } },
      thing({
        sizes: { type: "array", items: { type: "string", description: "A size" } },
        first: { $ref: "#/components/schemas/Thing/properties/sizes/items" },
        last: { $ref: "#/components/schemas/Thing/properties/sizes/items", description: "The last" },
        short: { $ref: "#/components/schemas/Thing/properties/sizes/items", maxLength: 2 },
        order: { $ref: "#/paths/~1things/get/parameters/0/schema" },
        thing: { $ref: "#/components/schemas/Thing" },
      }),
    );
    expect((openapi.components!.schemas!["Thing"] as { properties: object }).properties).toEqual({
      sizes: { type: "array", items: { type: "string", description: "A size" } },
      first: { type: "string", description: "A size" },
      last: { type: "string", description: "The last" },
      short: { allOf: [{ type: "string", description: "A size" }], maxLength: 2 },
      order: { type: "integer" },
      thing: { $ref: "#/components/schemas/Thing" },
    });
  });

  it("a schema that leads to itself gets a name", async () => {
    const { openapi } = await normalized(
      { "/things": { get: { responses } } },
      thing({ parts: { type: "array", items: { $ref: "#/components/schemas/Thing/properties/parts" } } }),
    );
    expect(openapi.components!.schemas).toEqual({
      Thing: {
        type: "object",
        properties: { parts: { type: "array", items: { $ref: "#/components/schemas/Thing_parts" } } },
      },
      Thing_parts: { type: "array", items: { $ref: "#/components/schemas/Thing_parts" } },
    });
  });

  it("data is no reference", async () => {
    const given = { $ref: "#/not/there" };
    const { openapi } = await normalized(
      { "/things": { get: { responses } } },
      thing({
        a: { type: "object", default: given, example: given },
        b: { $ref: "#/components/schemas/Thing/properties/a" },
      }),
    );
    expect((openapi.components!.schemas!["Thing"] as { properties: object }).properties).toEqual({
      a: { type: "object", default: given, example: given },
      b: { type: "object", default: given, example: given },
    });
  });
});
