import { nameAll } from "../../../generator/prepare/names";
import { resolveOperations } from "../../../generator/prepare/operations";
import type { OpenApiDocument } from "../../../generator/openapi";

/** A document with an operation for each pair of tag and operationId, and schemas. */
function documentOf(
  operations: readonly (readonly [tag: string, operationId: string])[],
  schemas: readonly string[] = [],
) {
  const paths = operations.map(([tag, operationId], index) => [
    `/p${index}`,
    { get: { operationId, tags: [tag], responses: {} } },
  ]);
  const document: OpenApiDocument = {
    openapi: "3.0.3",
    info: { title: "Names", version: "1" },
    paths: Object.fromEntries(paths) as never,
    components: { schemas: Object.fromEntries(schemas.map((name) => [name, {}])) },
  };
  return nameAll(document, resolveOperations(document));
}

describe("names of operations", () => {
  it.each([
    ["audiences", "audiences_create_custom", "createCustom", "audiencesCreateCustom"],
    ["audiences", "audiences/list", "list", "audiencesList"],
    ["audiences", "audiences", "audiences", "audiences"],
    ["Ad Accounts", "ad_accounts_list", "list", "adAccountsList"],
    ["a", "delete", "delete", "delete_"],
    ["a", "then", "then_", "then_"],
    ["a", "2fa", "_2fa", "_2fa"],
    ["a", "***", "operation", "operation"],
    ["a", "日本", "日本", "日本"],
  ])("tag %s, id %s", (tag, operationId, methodName, functionName) => {
    expect(documentOf([[tag, operationId]]).operations.get(operationId)).toMatchObject({ methodName, functionName });
  });

  it("are unique, in document order", () => {
    const names = documentOf([
      ["a", "get-x"],
      ["a", "get_x"],
      ["b", "getX"],
    ]);
    expect([...names.operations.values()].map(({ methodName, functionName }) => [methodName, functionName])).toEqual([
      ["getX", "getX"],
      ["getX2", "getX2"],
      ["getX", "getX3"],
    ]);
  });
});

describe("names of tags", () => {
  it.each([
    ["audiences", { namespace: "audiences", fileStem: "audiences", pageStem: "AudiencesApi" }],
    ["Ad Accounts", { namespace: "adAccounts", fileStem: "ad-accounts", pageStem: "AdAccountsApi" }],
    ["safe", { namespace: "safe_", fileStem: "safe", pageStem: "SafeApi" }],
    ["..", { namespace: "default", fileStem: "tag", pageStem: "TagApi" }],
    ["con", { namespace: "con", fileStem: "con2", pageStem: "ConApi" }],
    ["日本", { namespace: "日本", fileStem: "tag", pageStem: "TagApi" }],
  ])("%s", (tag, want) => {
    expect(documentOf([[tag, "x"]]).tags.get(tag)).toMatchObject(want);
  });

  it("differ without regard to case where they name files", () => {
    const names = documentOf([
      ["Pins", "a"],
      ["pins", "b"],
    ]);
    expect([...names.tags.values()].map(({ fileStem, pageStem }) => [fileStem, pageStem])).toEqual([
      ["pins", "PinsApi"],
      ["pins2", "PinsApi2"],
    ]);
  });
});

describe("names of schemas", () => {
  it.each([
    ["Audience", "Audience", "Audience"],
    ["Error", "Error", "Error"],
    ["string", "String", "string"],
    ["ApiError", "ApiError_", "ApiError"],
    ["my-schema.v1", "MySchemaV1", "my-schema.v1"],
    ["..", "Schema", "_"],
    ["nul", "nul", "nul2"],
  ])("%s", (key, typeName, pageStem) => {
    expect(documentOf([], [key]).schemas.get(key)).toEqual({ typeName, pageStem });
  });
});
