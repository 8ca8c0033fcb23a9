import type { Json, OpenApiDocument, Schema } from "../../../generator/openapi";
import { exampleOf } from "../../../generator/prepare/docs/example";
import { exampleArguments } from "../../../generator/prepare/docs/operation-examples";
import { patternExample } from "../../../generator/prepare/docs/pattern-example";
import { resolveOperations } from "../../../generator/prepare/operations";

const refersTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, Schema>, more: object = {}): Schema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});
const text: Schema = { type: "string" };

const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "t", version: "1" },
  components: {
    schemas: {
      Currency: { type: "string", enum: ["EUR", "USD"] },
      Round: { oneOf: [refersTo("Round1"), refersTo("Round1")] },
      Round1: { type: "object", properties: { a: refersTo("Round"), b: refersTo("Round") }, required: ["c"] },
    },
  },
};

/** A schema, and its example. */
const cases: [title: string, schema: Schema, wanted: Json][] = [
  ["an example that is like its pattern", { type: "string", example: "a-1", pattern: "^a-\\d$" }, "a-1"],
  ["an example that is not", { type: "string", example: "b", pattern: "^a-\\d$" }, "a-1"],
  ["a format that a pattern takes", { type: "string", format: "uri", pattern: "^https:" }, "https://example.com"],
  ["a format that it does not take", { type: "string", format: "uri", pattern: "^ftp:" }, "ftp:"],
  ["digits, as many as there may be", { type: "string", pattern: "^\\d+$", maxLength: 4 }, "1234"],
  ["a pattern that nothing is like", { type: "string", pattern: "^(?!a)b" }, "string"],
  ["a format of the prototype", { type: "string", format: "constructor" }, "string"],
  ["as many items as there must be", { type: "array", items: text, minItems: 5 }, Array(5).fill("string") as Json],
  ["no more items than make sense", { type: "array", items: text, minItems: 1e9 }, Array(100).fill("string") as Json],
  ["no longer than makes sense", { type: "string", minLength: 1e9 }, `string${"g".repeat(994)}`],
  [
    "the alternative that alone it fits",
    { oneOf: [object({ a: text }, { additionalProperties: true }), object({ a: text, b: text })] },
    { a: "string" },
  ],
  [
    "the alternative that is not in another, which lets any member in",
    { oneOf: [object({ a: text, b: text }), object({ a: text }, { additionalProperties: undefined })] },
    { a: "string" },
  ],
  ["of two enums a value of one", { oneOf: [{ enum: ["A", "B"] }, { enum: ["A"] }] }, "B"],
  [
    "the alternative that goes with what is there",
    {
      type: "object",
      properties: { kind: { type: "string", enum: ["b"] } },
      oneOf: [
        object({ kind: { type: "string", enum: ["a"] } }),
        object({ kind: { type: "string", enum: ["b"] }, c: text }),
      ],
    },
    { kind: "b", c: "string" },
  ],
  [
    "all parts, and what is said beside them",
    { allOf: [{ type: "object", properties: { a: text } }], properties: { b: text } },
    { a: "string", b: "string" },
  ],
  ["the part of allOf that all parts take", { allOf: [refersTo("Currency"), text] }, "EUR"],
  [
    "a name that is allowed",
    { type: "object", propertyNames: refersTo("Currency"), additionalProperties: text },
    { EUR: "string" },
  ],
];

it.each(cases)("%s", (_, schema, wanted) => {
  expect(exampleOf(document, schema, "request")).toEqual(wanted);
});

it("what an alternative requires is there, though all that is optional is not", () => {
  const schema: Schema = { type: "object", properties: { a: text, b: text }, anyOf: [{ required: ["b"] }] };
  expect(exampleOf(document, schema, "request", { onlyRequired: true })).toEqual({ b: "string" });
});

it("alternatives in alternatives that nothing fits are given up", () => {
  const start = performance.now();
  const nested = (depth: number): Schema =>
    depth === 0
      ? { type: "string", enum: [] }
      : { oneOf: Array.from({ length: 20 }, () => object({ a: nested(depth - 1) })) };
  exampleOf(document, nested(4), "request");
  exampleOf(document, refersTo("Round"), "request");
  expect(performance.now() - start).toBeLessThan(2000);
});

/** A pattern, how long a text may be, and the text. */
it.each([
  ["^\\d+\\.\\d+\\.\\d+$", 0, 99, "1.1.1"],
  ["^sha256:[a-f0-9]{64}$", 0, 99, `sha256:${"a".repeat(64)}`],
  ["^ssh-(rsa|dss) |^ecdsa", 0, 99, "ssh-rsa "],
  ["^([\\w-]+\\.)*[\\w-]+\\.[a-zA-Z]{2,}(\\/[\\w-]+)+$", 0, 99, "a.aa/a"],
  ["^[^a1A]+$", 0, 99, " "],
  ["^[a-z]+$", 5, 99, "aaaaa"],
  ["^[a-z]{5}$", 0, 4, undefined],
  ["^\\u0000$", 0, 9, undefined],
  ["^\\u{1F600}$", 0, 9, "\u{1f600}"],
  ["^(?=a)a$", 0, 9, undefined],
  ["^((((a{99}){99}){99}){99}){99}$", 0, Infinity, undefined],
  ["(".repeat(50_000), 0, 9, undefined],
])("%# a text for %s, of %d to %d", (pattern, minLength, maxLength, wanted) => {
  expect(patternExample(pattern, minLength, maxLength)).toBe(wanted);
});

it("what no style can write is left out of a call, unless it is required; bytes for a range say of which type they are", () => {
  const nested: Schema = { type: "object", properties: { list: { type: "array", items: text } } };
  const openapi: OpenApiDocument = {
    ...document,
    paths: {
      "/a": {
        post: {
          operationId: "a",
          tags: ["a"],
          parameters: [
            { name: "may", in: "query", schema: nested },
            { name: "must", in: "query", required: true, schema: nested },
            { name: "json", in: "query", content: { "application/json": { schema: nested } } },
            { name: "list", in: "query", schema: { type: "array", items: text } },
          ],
          requestBody: { content: { "image/*": {} } },
          responses: {},
        },
      },
    },
  };
  const [operation] = resolveOperations(openapi);
  const args = exampleArguments(openapi, operation!, { onlyRequired: false });
  expect(args.map(([name]) => name)).toEqual(["must", "json", "list", "body"]);
  expect(args.at(-1)).toEqual(["body", "\u0000image/png"]);
});
