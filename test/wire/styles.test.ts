import fc from "fast-check";
import { parseTemplate } from "url-template";
import type { Parameter } from "../../generator/openapi";
import { schemaName } from "../../generator/prepare/operations";
import { baseUrl, load, operationsOf, readDocument, send, type Functions } from "./client";
import { pairsOf, wantedRequest, type Given } from "./reference";
import { numRuns, printed, seed, text, valueFor } from "./values";

const spec = "test/fixtures/parameter-styles/spec.yaml";
const document = readDocument(spec);
const operations = operationsOf(document).filter(({ method }) => method === "GET");

let functions: Functions;
beforeAll(async () => void (functions = await load(spec)));

/** The member of the arguments that takes a parameter: its name, or with its location where a path parameter has that name. */
function argumentOf({ name, in: location }: Parameter, parameters: readonly Parameter[]): string {
  const isTaken = location !== "path" && parameters.some((other) => other.in === "path" && other.name === name);
  return isTaken ? `${location}.${name}` : name;
}

/** Arguments of an operation: by location for the reference, flat for the client. */
function argumentsFor(parameters: readonly Parameter[]): fc.Arbitrary<{ given: Given; args: object }> {
  const values = parameters.map((parameter) => {
    const schema = schemaName(parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema) ?? "List";
    const value = valueFor(schema, parameter.in);
    return parameter.required ? value : fc.option(value, { nil: undefined, freq: 9 });
  });
  return fc.tuple(...values).map((given) => {
    const byLocation: Record<string, Record<string, unknown>> = { path: {}, query: {}, header: {}, cookie: {} };
    parameters.forEach((parameter, index) => (byLocation[parameter.in]![parameter.name] = given[index]));
    const args = parameters.map((parameter, index) => [argumentOf(parameter, parameters), given[index]]);
    return { given: byLocation, args: Object.fromEntries(args) as object };
  });
}

describe(`what is sent is what the specification says (${printed})`, () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))("%s", async (_, described) => {
    const { functionName, path, parameters } = described;
    await fc.assert(
      fc.asyncProperty(argumentsFor(parameters), async ({ given, args }) => {
        const wanted = wantedRequest(path, parameters, given);
        const sent = await send(functions, functionName, args);
        if ("refused" in wanted) {
          expect(sent).toMatchObject({ name: "InvalidArgumentError" });
          expect((sent as Error).message).toMatch(/^the (path|header) parameter /);
          return;
        }
        if (sent instanceof Error) throw sent;
        const url = `${baseUrl}${wanted.path}${wanted.query && `?${wanted.query}`}`;
        // An apostrophe that allowReserved lets stand is encoded by `fetch` (WHATWG URL, special-query percent-encode set).
        expect(sent.url).toBe(url.replaceAll("'", "%27"));
        for (const name of [
          ...parameters.filter((other) => other.in === "header").map((other) => other.name),
          "Cookie",
        ]) {
          // What stands around a value is not part of it (RFC 9110, 5.5).
          expect(sent.headers.get(name)).toBe(wanted.headers[name]?.replace(/^[\t ]+|[\t ]+$/g, "") ?? null);
        }
      }),
      { seed, numRuns },
    );
  });
});

/** The reference itself is held to another's reading of RFC 6570, where that one keeps to it. */
describe(`the reference says what url-template says (${printed})`, () => {
  const filled = text.filter((value) => value !== "");
  const object = fc.dictionary(filled, filled, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
  const values = fc.oneof(filled, fc.array(filled, { minLength: 1, maxLength: 4 }), object);
  const cases = (["simple", "label", "matrix", "form"] as const).flatMap((style) =>
    [false, true].map((explode) => [style, explode] as const),
  );

  it.each(cases)("%s, explode %s", (style, explode) => {
    const operator = { simple: "", label: ".", matrix: ";", form: "?" }[style];
    const template = parseTemplate(`{${operator}v${explode ? "*" : ""}}`);
    fc.assert(
      fc.property(values, (value) => {
        const location = style === "form" ? "query" : "path";
        const parameter = { name: "v", in: location, style, explode, required: true } as Parameter;
        const path = location === "path" ? "/x{v}" : "/x";
        const wanted = wantedRequest(path, [parameter], { [location]: { v: value } });
        if ("refused" in wanted) throw new Error("there is no empty value here");
        const own = location === "path" ? wanted.path.slice(2) : `?${wanted.query}`;
        expect(own).toBe(template.expand({ v: value }));
      }),
      { seed, numRuns },
    );
  });

  it("allowReserved", () => {
    // url-template takes `%b` for a triple.
    const withTriples = filled.filter((value) => !/%[\da-f](?![\da-f])/i.test(value));
    fc.assert(
      fc.property(withTriples, (value) => {
        const parameter = { name: "v", in: "query", allowReserved: true } as Parameter;
        const own = pairsOf(parameter, value).join("&");
        expect(own).toBe(`v=${parseTemplate("{+v}").expand({ v: value })}`.replaceAll("#", "%23"));
      }),
      { seed, numRuns },
    );
  });
});

describe("the table of OpenAPI 3.1.1, Style Examples", () => {
  const color = ["blue", "black", "brown"];
  const rgb = { R: 100, G: 200, B: 150 };
  it.each([
    ["stylesPathMatrix", ";text=blue/;list=blue,black,brown/;object=R,100,G,200,B,150"],
    ["stylesPathMatrixExploded", ";text=blue/;list=blue;list=black;list=brown/;R=100;G=200;B=150"],
    ["stylesPathLabel", ".blue/.blue,black,brown/.R,100,G,200,B,150"],
    ["stylesPathLabelExploded", ".blue/.blue.black.brown/.R=100.G=200.B=150"],
    ["stylesPathSimple", "blue/blue,black,brown/R,100,G,200,B,150"],
    ["stylesPathSimpleExploded", "blue/blue,black,brown/R=100,G=200,B=150"],
    ["stylesQueryForm", "?text=blue&list=blue,black,brown&object=R,100,G,200,B,150"],
    ["stylesQueryFormExploded", "?text=blue&list=blue&list=black&list=brown&R=100&G=200&B=150"],
    ["stylesQuerySpaceDelimited", "?list=blue%20black%20brown&object=R%20100%20G%20200%20B%20150"],
    ["stylesQueryPipeDelimited", "?list=blue%7Cblack%7Cbrown&object=R%7C100%7CG%7C200%7CB%7C150"],
    ["stylesQueryDeepObject", "?object%5BR%5D=100&object%5BG%5D=200&object%5BB%5D=150"],
  ])("%s", async (name, end) => {
    const isDeep = name === "stylesQueryDeepObject";
    const sent = await send(functions, name, { ...(!isDeep && { text: "blue", list: color }), object: rgb });
    if (sent instanceof Error) throw sent;
    expect(sent.url.slice(-end.length)).toBe(end);
  });

  it("a list of 10,000 items is sent whole", async () => {
    const list = Array.from({ length: 10_000 }, (_, index) => index);
    const sent = await send(functions, "stylesQueryForm", { list });
    expect(sent).toMatchObject({ url: `${baseUrl}/query/form?list=${list.join(",")}` });
  });
});
