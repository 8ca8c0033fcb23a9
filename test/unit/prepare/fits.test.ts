import type { Json, OpenApiDocument, Schema } from "../../../generator/openapi";
import { fits } from "../../../generator/prepare/docs/fits";

const document: OpenApiDocument = {
  openapi: "3.0.3",
  info: { title: "t", version: "1" },
  components: {
    schemas: {
      Named: { type: "object", required: ["name"], properties: { name: { type: "string", maxLength: 3 } } },
      Parent: { type: "object", oneOf: [{ $ref: "#/components/schemas/One" }, { $ref: "#/components/schemas/Two" }] },
      One: { allOf: [{ $ref: "#/components/schemas/Parent" }, { properties: { a: { type: "string" } } }] },
      Two: { allOf: [{ $ref: "#/components/schemas/Parent" }, { properties: { b: { type: "string" } } }] },
      Chain: { type: "object", properties: { next: { $ref: "#/components/schemas/Chain" } } },
    },
  },
};
const named: Schema = { $ref: "#/components/schemas/Named" };
const both: Schema = { allOf: [named, { type: "object", properties: { size: { type: "integer" } } }] };

/** An example, and whether it is what its schema says. */
const cases: [title: string, schema: Schema, value: Json, wanted: boolean][] = [
  ["a string for a string", { type: "string" }, "a", true],
  ["a string for a number", { type: "number" }, "1", false],
  ["a fraction for an integer", { type: "integer" }, 1.5, false],
  ["an integer for a number", { type: "number" }, 1, true],
  ["null where it may be", { type: "string", nullable: true }, null, true],
  ["null where it may not", { type: "string" }, null, false],
  ["a value of an enum", { type: "string", enum: ["a", "b"] }, "b", true],
  ["another value", { type: "string", enum: ["a", "b"] }, "c", false],
  ["a number that is too large", { type: "integer", maximum: 5 }, 6, false],
  ["a string like its pattern", { type: "string", pattern: "^(a|b)$" }, "b", true],
  ["a string that is not", { type: "string", pattern: "^(a|b)$" }, "c", false],
  ["any string where the pattern can't be run", { type: "string", pattern: "^(?=a)" }, "b", true],
  ["a list with a wrong item", { type: "array", items: { type: "string" } }, ["a", 1], false],
  ["all that is required", named, { name: "abc" }, true],
  ["less than that", named, {}, false],
  ["a string that is too long", named, { name: "abcd" }, false],
  ["a member that nobody names", named, { name: "a", other: 1 }, false],
  ["any member where others may be", { type: "object", additionalProperties: true }, { other: 1 }, true],
  ["members of both parts", both, { name: "a", size: 1 }, true],
  ["a member of neither part", both, { name: "a", weight: 1 }, false],
  ["one of the alternatives", { oneOf: [{ type: "string" }, named] }, { name: "a" }, true],
  ["none of them", { oneOf: [{ type: "string" }, named] }, 1, false],
  [
    "members of the whole and of an alternative",
    { type: "object", properties: { kind: { type: "string" } }, oneOf: [named] },
    { kind: "k", name: "a" },
    true,
  ],
  [
    "a member of neither",
    { type: "object", properties: { kind: { type: "string" } }, oneOf: [named] },
    { name: "a", other: 1 },
    false,
  ],
  ["a schema that goes round", { $ref: "#/components/schemas/Chain" }, { next: { next: {} } }, true],
  ["a wrong value deep in it", { $ref: "#/components/schemas/Chain" }, { next: { next: 1 } }, false],
];

it("alternatives in alternatives come to an end", () => {
  const twice = (schema: Schema): Schema => ({
    oneOf: Array<Schema>(30).fill({ allOf: [schema, { type: "number" }] }),
  });
  const schema = twice(twice(twice(twice(twice({ type: "string" })))));
  // It does not look at all of them: what it can't tell counts as fitting.
  expect(fits(document, schema, "a")).toBe(true);
});

it("a parent that has its children for alternatives comes to an end", () => {
  expect(fits(document, { $ref: "#/components/schemas/Parent" }, { a: "a" })).toBe(true);
  expect(fits(document, { $ref: "#/components/schemas/Parent" }, { c: "a" })).toBe(false);
});

it.each(cases)("%s", (_, schema, value, wanted) => {
  expect(fits(document, schema, value)).toBe(wanted);
});
