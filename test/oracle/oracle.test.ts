import { features, fixturePath } from "../support/fixtures";
import { compare, faultsOf, type Compared } from "./judge";
import { declarations, knownDifferences, options } from "./known-differences";

jest.setTimeout(300_000);

const documents = new Map([
  ...features.map((feature) => [feature, fixturePath(feature)] as const),
  ["audiences", "spec/audiences.yaml"],
]);

function compareDocument(name: string): Promise<Compared> {
  const known = { differences: knownDifferences[name], declarations: declarations[name] };
  return compare(documents.get(name)!, known, options[name]);
}

/** openapi-typescript is asked for the types of the document as it is written; ours must be the same. */
describe("the types of every operation are openapi-typescript's", () => {
  it("of every fixture and of the audiences document, but for what is known", async () => {
    const compared = new Map<string, Compared>();
    for (const name of documents.keys()) compared.set(name, await compareDocument(name));
    const faults = faultsOf(compared);
    expect(faults).toEqual(Object.fromEntries([...documents.keys()].map((name) => [name, []])));
  });

  it("knows differences only of documents that there are", () => {
    expect(Object.keys(knownDifferences).filter((name) => !documents.has(name))).toEqual([]);
  });
});

/** The judge must be able to say no: our types, damaged. */
describe("a damaged type is found", () => {
  const types = "src/openapi.ts";
  const things = "src/operations/things.ts";
  const cases: [damage: string, feature: string, path: string, from: string | RegExp, to: string, part: string][] = [
    ["another type", "open-enums", types, "wheel: number", "wheel: string", "things_create 201"],
    ["another type deep down", "audiences", types, "country?: string", "country?: number", "audiences_list 200"],
    ["an optional property lost", "request-bodies", types, /size\?: number;/g, "", "things_create arguments"],
    ["one that may be left out", "all-of", types, "purrs: boolean", "purrs?: boolean", "cat_get 200"],
    ["one that is made up", "all-of", types, "purrs: boolean", "purrs: boolean; growls?: boolean", "cat_get 200"],
    ["anything", "nullable", types, "never: string", "never: any", "thing_get 200"],
    ["an enum that lost a value", "open-enums", types, /"RED" \| /g, "", "things_create 201"],
    [
      "one of requests that is open",
      "query-enum",
      types,
      /(?<=: )"\w+" \|/,
      "(string & Record<never, never>) |",
      "things_list arguments",
    ],
    [
      "an argument that may be left out",
      "path-parameters",
      things,
      ": operations",
      "?: operations",
      "things_get arguments",
    ],
    [
      "another status's body",
      "default-response",
      things,
      "<404, schemas.Missing",
      "<404, schemas.Thing",
      "things_get 404",
    ],
    ["another result", "pagination", things, /(?<=PagePromise<)[^,]*/, "{}", "things_list returns"],
    ["another item", "pagination", things, /(?<=PagePromise<[^,]*, )[^>]*/, "1", "things_list items"],
  ];

  it.each(cases)("%s", async (_damage, feature, path, from, to, part) => {
    const compared = await compareDocument(feature);
    const damaged = compared.files.get(path)!.replace(from, to);
    expect(damaged).not.toBe(compared.files.get(path));
    const faults = faultsOf(
      new Map([[feature, { ...compared, files: new Map([...compared.files, [path, damaged]]) }]]),
    );
    expect(faults[feature]!.map((fault) => fault.slice(0, fault.indexOf(":")))).toContain(part);
  });

  it("a difference that is none", async () => {
    const known = { differences: { "things_create arguments": { "body.size?": "number", "body.name": "string" } } };
    const compared = await compare(fixturePath("request-bodies"), known);
    expect(faultsOf(new Map([["x", compared]]))["x"]).toContain(
      'things_create arguments: does not differ at "body.name"',
    );
  });

  it("a difference of what is not there", async () => {
    const known = { differences: { "things_lost 200": { "": "string" } } };
    await expect(compare(fixturePath("request-bodies"), known)).rejects.toThrow(/not there: things_lost 200/);
  });
});
