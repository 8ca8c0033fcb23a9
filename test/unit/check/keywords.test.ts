import { check } from "../../../generator/check";
import { load } from "../../../generator/load";
import { GenerateError, type Problem } from "../../../generator/problem";
import { temporaryFolder, writeFiles } from "../../support/command";

const folder = temporaryFolder();

interface Outcome {
  readonly said: readonly Partial<Problem>[];
  /** The schema that was tried, as it goes on; `undefined` where the document is refused. */
  readonly schema?: unknown;
}

/** A document with one operation, one of each component that may be taken for a schema, and the schema. */
async function outcomeOf(version: string, schema: object): Promise<Outcome> {
  const answer = { description: "A thing", content: { "application/json": { schema: {} } } };
  const document = {
    openapi: version,
    info: { title: "Things", version: "1" },
    paths: { "/things": { get: { operationId: "things_list", responses: { 200: answer } } } },
    components: {
      schemas: { Thing: schema },
      headers: { Rate: { schema: { type: "integer" } } },
      responses: { schema: answer },
      examples: { schema: { value: { colour: "red" } } },
    },
  };
  writeFiles(folder(), { "openapi.json": JSON.stringify(document, null, 1) });
  try {
    const { notices, openapi } = await check(load("openapi.json", { cwd: folder() }));
    return { said: brief(notices), schema: openapi.components!.schemas!["Thing"] };
  } catch (error) {
    if (error instanceof GenerateError) return { said: brief(error.problems) };
    throw error;
  }
}

function brief(problems: readonly Problem[]): Partial<Problem>[] {
  return problems.map(({ severity, code, message, hint = "", pointer = "" }) => ({
    severity,
    code,
    message,
    hint,
    pointer,
  }));
}

const unknown = (keyword: string, severity: string, hint: string): object => ({
  severity,
  code: "unknown-keyword",
  message: `the keyword ${JSON.stringify(keyword)} is not known, and nothing is made of it`,
  hint,
  pointer: `#/components/schemas/Thing/${keyword}`,
});

describe("a keyword that nobody knows", () => {
  it.each([
    ["a notice", '{ "colour": "red" }', unknown("colour", "notice", "JSON Schema allows it.")],
    [
      "a warning where another is meant",
      '{ "requried": ["id"] }',
      unknown("requried", "warning", "Did you mean required?"),
    ],
    ["no other is meant by a short one", '{ "unit": "mm" }', unknown("unit", "notice", "JSON Schema allows it.")],
    [
      "a warning for what 3.0 has",
      '{ "nullable": true }',
      unknown("nullable", "warning", 'In 3.1 null is a type: `type: ["string", "null"]`.'),
    ],
    [
      "a name that every object has",
      '{ "constructor": 1 }',
      unknown("constructor", "notice", "JSON Schema allows it."),
    ],
    ["a name with an effect", '{ "__proto__": 1 }', unknown("__proto__", "notice", "JSON Schema allows it.")],
    ["a name that is no URI", '{ "100%": 1 }', unknown("100%", "notice", "JSON Schema allows it.")],
    ["one with an escape", '{ "a%2Fb": 1 }', unknown("a%2Fb", "notice", "JSON Schema allows it.")],
    ["one that holds no schema", '{ "ui": { "allOf": [null] } }', unknown("ui", "notice", "JSON Schema allows it.")],
  ])("in a schema of 3.1 is taken out: %s", async (_, text, problem) => {
    const { said, schema } = await outcomeOf("3.1.0", { type: "object", ...(JSON.parse(text) as object) });
    expect(said).toEqual([problem]);
    expect(schema).toEqual({ type: "object" });
  });

  it("in a schema of 3.0, which has a list of them: an error", async () => {
    const { said } = await outcomeOf("3.0.3", { type: "object", colour: "red" });
    expect(said).toMatchObject([
      { severity: "error", code: "structure", pointer: "#/components/schemas/Thing/colour" },
    ]);
  });

  it.each([
    ["any other object", { xml: { colour: "red" } }, "#/components/schemas/Thing/xml/colour"],
    ["a path item", { $ref: "#/paths/~1things" }, "#/paths/~1things/get"],
    [
      "a media type",
      { $ref: "#/paths/~1things/get/responses/200/content/application~1json" },
      "#/paths/~1things/get/responses/200/content/application~1json/schema",
    ],
    ["a header", { $ref: "#/components/headers/Rate" }, "#/components/headers/Rate/schema"],
    ["a response", { $ref: "#/components/responses/schema" }, "#/components/responses/schema/content"],
    ["data", { $ref: "#/components/examples/schema/value" }, "#/components/examples/schema/value/colour"],
    [
      "what is taken out",
      { ui: { shape: { type: "string" } }, properties: { a: { $ref: "#/components/schemas/Thing/ui/shape" } } },
      "#/components/schemas/Thing/properties/a/$ref",
    ],
  ])("in %s that a schema refers to: an error", async (_, schema, pointer) => {
    const { said } = await outcomeOf("3.1.0", schema);
    expect(said).toContainEqual(expect.objectContaining({ severity: "error", pointer }));
  });
});

describe("a list of schemas that lists none", () => {
  it.each([
    ["3.0.3", "allOf"],
    ["3.0.3", "oneOf"],
    ["3.1.0", "anyOf"],
    ["3.1.0", "prefixItems"],
  ])("of %s is taken out, with a warning: %s", async (version, keyword) => {
    const { said, schema } = await outcomeOf(version, { type: "object", [keyword]: [] });
    expect(said).toMatchObject([
      { severity: "warning", code: "empty-list", pointer: `#/components/schemas/Thing/${keyword}` },
    ]);
    expect(schema).toEqual({ type: "object" });
  });

  it("is data in an example, and a name of a property", async () => {
    const schema = { type: "object", example: { allOf: [] }, properties: { allOf: { type: "object" } } };
    expect(await outcomeOf("3.1.0", schema)).toEqual({ said: [], schema });
  });
});

it("a mapping to a part of a schema is left out, with a notice", async () => {
  const { said } = await outcomeOf("3.1.0", {
    type: "object",
    properties: { kind: { type: "string" } },
    discriminator: {
      propertyName: "kind",
      mapping: { big: "#/components/schemas/Thing/properties/kind", small: "Thing" },
    },
  });
  expect(said).toMatchObject([
    { severity: "notice", code: "left-out", pointer: "#/components/schemas/Thing/discriminator/mapping/big" },
  ]);
});
