import { argumentNames } from "../../../generator/prepare/code/argument-names";
import { bodyLiteral, functionsNamed, parametersLiteral } from "../../../generator/prepare/code/descriptors";
import { valueType } from "../../../generator/prepare/code/value-type";
import type { Encoding, OpenApiDocument, Parameter, Schema } from "../../../generator/openapi";
import type { ResolvedOperation } from "../../../generator/prepare/operations";

const schemas: Record<string, Schema> = {
  Text: { type: "string" },
  Ids: { type: "array", items: { type: "integer" } },
  Itself: { anyOf: [{ $ref: "#/components/schemas/Itself" }, { type: "string" }] },
};
const document = { openapi: "3.1.0", components: { schemas } } as unknown as OpenApiDocument;
const text: Schema = { type: "string" };
const list: Schema = { type: "array" };

describe("what the runtime is told of a parameter", () => {
  const cases: [title: string, given: Parameter, want: string][] = [
    [
      "defaults are left out",
      { name: "id", in: "path", style: "simple", explode: false, schema: text },
      '[{ name: "id", in: "path" }]',
    ],
    [
      "explode says nothing of a primitive",
      { name: "q", in: "query", explode: false, schema: text },
      '[{ name: "q", in: "query" }]',
    ],
    [
      "form explodes by itself",
      { name: "q", in: "query", style: "form", explode: true, schema: list },
      '[{ name: "q", in: "query", type: "array", serialize: serializeStyled }]',
    ],
    [
      "form, joined",
      { name: "q", in: "query", explode: false, schema: list },
      '[{ name: "q", in: "query", explode: false, type: "array", serialize: serializeStyled }]',
    ],
    [
      "deepObject",
      { name: "f", in: "query", style: "deepObject", explode: true, schema: { type: "object" } },
      '[{ name: "f", in: "query", style: "deepObject", explode: true, type: "object", serialize: serializeStyled }]',
    ],
    [
      "a style of a primitive",
      { name: "id", in: "path", style: "matrix", schema: text },
      '[{ name: "id", in: "path", style: "matrix", serialize: serializeStyled }]',
    ],
    [
      "allowReserved",
      { name: "q", in: "query", allowReserved: true, schema: text },
      '[{ name: "q", in: "query", allowReserved: true, serialize: serializeStyled }]',
    ],
    [
      "content",
      { name: "q", in: "query", content: { "application/json": {} } },
      '[{ name: "q", in: "query", mediaType: "application/json", serialize: serializeStyled }]',
    ],
    [
      "body is taken",
      { name: "body", in: "header", schema: text },
      '[{ name: "body", in: "header", argument: "header.body", serialize: primitiveText, put: putHeader }]',
    ],
    [
      "a list in a header",
      { name: "ids", in: "header", schema: list },
      '[{ name: "ids", in: "header", type: "array", serialize: serializeStyled, put: putHeader }]',
    ],
    [
      "a cookie",
      { name: "session", in: "cookie", schema: text },
      '[{ name: "session", in: "cookie", put: putCookie }]',
    ],
  ];
  it.each(cases)("%s", (_, given, want) => {
    expect(parametersLiteral(document, { parameters: [given] } as unknown as ResolvedOperation)).toBe(want);
  });
});

describe("what a value may be beside a primitive", () => {
  it.each<[string, Schema | undefined, ReturnType<typeof valueType>]>([
    ["nothing said", undefined, "any"],
    ["{}", {}, "any"],
    ["true", true, "any"],
    ["a string", text, undefined],
    ["a string or null", { type: ["string", "null"] }, undefined],
    ["a reference", { $ref: "#/components/schemas/Ids" }, "array"],
    ["a reference to itself", { $ref: "#/components/schemas/Itself" }, "any"],
    ["one of", { oneOf: [text, list] }, "array"],
    ["any of", { anyOf: [{ type: "object" }, list] }, "any"],
    ["all of", { allOf: [{ $ref: "#/components/schemas/Text" }, { description: "x" }] }, undefined],
    ["an enum", { enum: ["a", 1, null] }, undefined],
    ["a constant", { const: [1] }, "array"],
    ["items without a type", { items: text }, "array"],
    ["properties without a type", { properties: {} }, "object"],
    ["a pattern without a type", { pattern: "a" }, undefined],
  ])("%s", (_, schema, want) => {
    expect(valueType(document, schema)).toBe(want);
  });
});

describe("what the runtime is told of a body", () => {
  const of = (mediaType: string, encoding?: Record<string, Encoding>, openapi = "3.1.0") =>
    bodyLiteral({ ...document, openapi }, {
      requestBody: { value: { content: { [mediaType]: { encoding } } }, mediaType },
    } as unknown as ResolvedOperation);

  it.each([
    ["application/json", "encodeJson"],
    ["application/merge-patch+json; charset=utf-8", "encodeJson"],
    ["application/x-www-form-urlencoded", "encodeUrlencoded"],
    ["multipart/mixed", "encodeMultipart"],
    ["text/plain", "encodeContent"],
    ["image/*", "encodeContent"],
  ])("%s: %s", (mediaType, encode) => {
    expect(of(mediaType)).toBe(`{ mediaType: "${mediaType}", encode: ${encode} }`);
  });

  it("either a style or a content type (Encoding Object); in 3.0, of parts, never a style", () => {
    const encoding = {
      a: { contentType: "application/json", explode: false },
      b: { contentType: "image/png, image/*" },
    };
    const styled = '{ a: { style: "form", explode: false }, b: { contentType: "image/png" } }';
    expect(of("multipart/form-data", encoding)).toContain(`encoding: ${styled}, encode: encodeMultipart }`);
    const typed = '{ a: { contentType: "application/json" }, b: { contentType: "image/png" } }';
    expect(of("multipart/form-data", encoding, "3.0.3")).toContain(`encoding: ${typed}`);
    expect(of("application/x-www-form-urlencoded", encoding, "3.0.3")).toContain(`encoding: ${styled}`);
  });

  it("headers of a part that can have one value; never one that would add a line", () => {
    const schema = (only: string): { schema: Schema } => ({ schema: { enum: [only] } });
    const headers = {
      "X-A": schema("a"),
      "X-B": schema("b\r\nc"),
      "Content-Type": schema("x"),
      "X-C": { schema: text },
    };
    expect(
      of("multipart/form-data", { a: { headers }, b: { contentType: "a/b\r\nc: d" }, c: { contentType: "*/*" } }),
    ).toBe(
      '{ mediaType: "multipart/form-data", encoding: { a: { headers: { "X-A": "a" } } }, encode: encodeMultipart }',
    );
  });

  it("a tag's file imports the functions that are named, and not what a string says", () => {
    expect(
      functionsNamed([of("text/plain"), false, '[{ name: ", serialize: serializeStyled }", in: "query" }]']),
    ).toEqual(["encodeContent"]);
  });
});

describe("names of arguments", () => {
  it("go to path, query, header, cookie in that order, wherever they stand", () => {
    const [cookie, header, query, path] = (["cookie", "header", "query", "path"] as const).map((location) => ({
      name: "id",
      in: location,
    }));
    const names = argumentNames([cookie!, header!, query!, path!]);
    expect([...names].map(([parameter, name]) => [parameter.in, name])).toEqual([
      ["path", "id"],
      ["query", "query.id"],
      ["header", "header.id"],
      ["cookie", "cookie.id"],
    ]);
  });
});
