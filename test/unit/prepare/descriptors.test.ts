import { argumentNames } from "../../../generator/prepare/code/argument-names";
import { parameterDescriptors } from "../../../generator/prepare/code/descriptors";
import type { Json, Parameter } from "../../../generator/openapi";
import type { ResolvedOperation } from "../../../generator/prepare/operations";

function descriptorsOf(...parameters: Parameter[]): Json[] {
  return parameterDescriptors({ parameters } as unknown as ResolvedOperation);
}

describe("what the runtime is told of a parameter", () => {
  const cases: [title: string, given: Parameter, want: Json][] = [
    ["defaults are left out", { name: "id", in: "path", style: "simple", explode: false }, { name: "id", in: "path" }],
    ["form explodes by itself", { name: "id", in: "query", style: "form", explode: true }, { name: "id", in: "query" }],
    ["form, joined", { name: "id", in: "query", explode: false }, { name: "id", in: "query", explode: false }],
    [
      "deepObject",
      { name: "f", in: "query", style: "deepObject", explode: true },
      { name: "f", in: "query", style: "deepObject", explode: true },
    ],
    ["allowReserved", { name: "q", in: "query", allowReserved: true }, { name: "q", in: "query", allowReserved: true }],
    [
      "content",
      { name: "q", in: "query", content: { "application/json": {} } },
      { name: "q", in: "query", mediaType: "application/json" },
    ],
    ["body is taken", { name: "body", in: "header" }, { name: "body", in: "header", argument: "header.body" }],
  ];
  it.each(cases)("%s", (_, given, want) => {
    expect(descriptorsOf(given)).toEqual([want]);
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
