import {
  commentLines,
  escapeInvisible,
  jsonLiteral,
  propertyKey,
  stringLiteral,
} from "../../../generator/prepare/encode";

describe("a string literal", () => {
  it.each([
    ["plain", '"plain"'],
    ['quotes " and \\', '"quotes \\" and \\\\"'],
    ["line\nbreak", '"line\\nbreak"'],
    ["separators \u2028\u2029", '"separators \\u2028\\u2029"'],
    ["turned \u202e round", '"turned \\u202e round"'],
    ["${x} `y` */", '"${x} `y` */"'],
    ["lone \ud800", '"lone \\ud800"'],
    ["", '""'],
  ])("%j", (given, want) => {
    expect(stringLiteral(given)).toBe(want);
    expect(JSON.parse(stringLiteral(given))).toBe(given);
  });
});

describe("a property key", () => {
  it.each([
    ["ad_account_id", "ad_account_id"],
    ["query.id", '"query.id"'],
    ["2fa", '"2fa"'],
    ["__proto__", '["__proto__"]'],
  ])("%s", (given, want) => {
    expect(propertyKey(given)).toBe(want);
  });
});

describe("a JSON literal", () => {
  it("is an expression of TypeScript", () => {
    const given = { name: "a-b", list: [1, null, true], "odd key": {} };
    expect(jsonLiteral(given)).toBe('{ name: "a-b", list: [1, null, true], "odd key": {} }');
  });
});

describe("the lines of a comment", () => {
  it.each([
    ["one\n\ntwo", ["* one", "*", "* two"]],
    ["ends */ here", ["* ends *\\/ here"]],
    ["@ts-nocheck", ["* \\@ts-nocheck"]],
    ["mail me@example.com", ["* mail me@example.com"]],
    ["see {@link x}", ["* see {\\@link x}"]],
    ["//# sourceMappingURL=x", ["* //# source MappingURL=x"]],
    ["a\u2028b", ["* a", "* b"]],
    ["hidden \u202etext", ["* hidden text"]],
  ])("%j", (given, want) => {
    expect(commentLines(given)).toEqual(want);
  });
});

describe("invisible characters of a source text", () => {
  it("become escapes; line breaks stay", () => {
    expect(escapeInvisible('"a\u202e"\n')).toBe('"a\\u202e"\n');
  });
});
