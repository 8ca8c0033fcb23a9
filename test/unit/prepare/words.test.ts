import { camelCase, kebabCase, pascalCase, words } from "../../../generator/prepare/words";

describe("words of a name", () => {
  it.each([
    ["audiences_create_custom", ["audiences", "create", "custom"]],
    ["audiences/create_custom", ["audiences", "create", "custom"]],
    ["createCustomAudience", ["create", "Custom", "Audience"]],
    ["getHTTPResponse2", ["get", "HTTP", "Response2"]],
    ["  - ", []],
    ["Ümläut 日本", ["Ümläut", "日本"]],
    // Number and mark, but no part of an identifier.
    ["a½b౹c\u20dd", ["a", "b", "c"]],
  ])("%s", (given, want) => {
    expect(words(given)).toEqual(want);
  });
});

describe("cases", () => {
  it.each([
    [["create", "custom"], "createCustom", "CreateCustom", "create-custom"],
    [["HTTP", "Response"], "httpResponse", "HttpResponse", "http-response"],
    [["日本", "A"], "日本A", "日本A", "a"],
    [[], "", "", ""],
  ])("%j", (given, camel, pascal, kebab) => {
    expect([camelCase(given), pascalCase(given), kebabCase(given)]).toEqual([camel, pascal, kebab]);
  });
});
