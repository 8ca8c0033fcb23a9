import type { OpenApiDocument, Schema } from "../../generator/openapi";
import { unsupportedPatterns } from "../../generator/mock/validation/linear-pattern";
import { Schemas } from "../../generator/mock/validation/schemas";

const document = (openapi: string): OpenApiDocument => ({
  openapi,
  info: { title: "t", version: "1" },
  components: {
    schemas: {
      Name: { type: "string", minLength: 2 },
      List: { type: "object", properties: { next: { $ref: "#/components/schemas/List" }, n: { type: "integer" } } },
      "odd/~name": { type: "boolean" },
    },
  },
});
const schemas = { "3.0.3": new Schemas(document("3.0.3")), "3.1.0": new Schemas(document("3.1.0")) };

/** version, schema, value, and what is wrong with it */
const table: [version: keyof typeof schemas, schema: Schema, value: unknown, wrong: string[]][] = [
  ["3.0.3", { type: "string", nullable: true }, null, []],
  ["3.0.3", { type: "string", enum: ["a"], nullable: true }, null, []],
  ["3.0.3", { type: "string" }, null, ["v must be string"]],
  ["3.0.3", { nullable: true, allOf: [{ $ref: "#/components/schemas/Name" }] }, null, []],
  ["3.0.3", { type: "number", minimum: 1, exclusiveMinimum: true }, 1, ["v must be > 1"]],
  ["3.0.3", { type: "number", minimum: 1, exclusiveMinimum: false }, 1, []],
  ["3.0.3", { type: "number", maximum: 1, exclusiveMaximum: true }, 1, ["v must be < 1"]],
  ["3.0.3", { $ref: "#/components/schemas/Name", maxLength: 3 }, "long", []],
  ["3.1.0", { $ref: "#/components/schemas/Name", maxLength: 3 }, "long", ["v must NOT have more than 3 characters"]],
  ["3.1.0", { $ref: "#/components/schemas/odd~1~0name" }, 1, ["v must be boolean"]],
  ["3.1.0", { type: ["string", "null"] }, null, []],
  ["3.1.0", { type: "number", exclusiveMinimum: 1 }, 1, ["v must be > 1"]],
  ["3.1.0", { const: 1 }, 2, ["v must be equal to constant"]],
  ["3.1.0", { prefixItems: [{ type: "string" }], items: false }, ["a", 1], ["v must NOT have more than 1 items"]],
  [
    "3.1.0",
    { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
    { a: 1, b: 1 },
    ["v must NOT have unevaluated properties (b)"],
  ],
  ["3.1.0", { $ref: "#/components/schemas/List" }, { next: { next: { n: "x" } } }, ["v.next.next.n must be integer"]],
  ["3.1.0", true, { any: "thing" }, []],
  ["3.1.0", { type: "string", format: "date-time" }, "2020-13-01T00:00:00Z", ['v must match format "date-time"']],
  ["3.1.0", { type: "string", format: "never-heard-of" }, "x", []],
  ["3.1.0", { type: "string", pattern: "^[a-z]+$" }, "5", ['v must match pattern "^[a-z]+$"']],
  [
    "3.1.0",
    { properties: { a: { pattern: "^a" }, b: { pattern: "^b" } } },
    { a: "a", b: "a" },
    ['v.b must match pattern "^b"'],
  ],
  ["3.1.0", { patternProperties: { "^x-": { type: "integer" } } }, { "x-a": "1", b: "1" }, ["v.x-a must be integer"]],
  [
    "3.1.0",
    { type: "array", items: { type: "integer" } },
    ["a", "b", "c", "d", "e", "f", "g"],
    [0, 1, 2, 3, 4].map((n) => `v[${n}] must be integer`).concat("v has more problems"),
  ],
];

it.each(table)("%s %j of %j: %j", (version, schema, value, wrong) => {
  expect(schemas[version].problems(schema, "request", value, "v")).toEqual(wrong);
});

it("what is readOnly is not owed by a request, what is writeOnly not by a response", () => {
  const schema: Schema = {
    type: "object",
    required: ["id", "secret"],
    properties: { id: { type: "string", readOnly: true }, secret: { type: "string", writeOnly: true } },
  };
  for (const own of Object.values(schemas)) {
    expect(own.problems(schema, "request", { secret: "s" }, "v")).toEqual([]);
    expect(own.problems(schema, "request", { id: "1" }, "v")).toEqual(["v must have required property 'secret'"]);
    expect(own.problems(schema, "response", { id: "1" }, "v")).toEqual([]);
    expect(own.problems(schema, "response", { secret: "s" }, "v")).toEqual(["v must have required property 'id'"]);
  }
});

it("patterns of the everyday run; look-around and back references are named, and pass", () => {
  const everyday = [
    "^\\d+$",
    "^[\\w.-]+@[\\w-]+\\.\\w{2,}$",
    "^\\p{L}+$",
    "^(?<year>\\d{4})-\\d\\d$",
    "\\u0041",
    "^[^<>]*$",
    "^\\/a",
  ];
  const others = ["^(?!a)b", "(?<=a)b", "(a)\\1"];
  expect(unsupportedPatterns({ all: [...everyday, ...others].map((pattern) => ({ pattern })) })).toEqual(others);
  for (const pattern of others) expect(schemas["3.1.0"].problems({ pattern }, "request", "zzz", "v")).toEqual([]);
});
