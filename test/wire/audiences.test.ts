import fc from "fast-check";
import createClient from "openapi-fetch";
import { baseUrl, load, operationsOf, readDocument, recorder, send, type Functions } from "./client";
import { unreserved, wantedRequest, type Given } from "./reference";
import { numRuns, printed, seed, text } from "./values";

const spec = "spec/audiences.yaml";
const operations = operationsOf(readDocument(spec));

let functions: Functions;
beforeAll(async () => void (functions = await load(spec)));

/** Arguments for an operation: any text and number, for nothing is checked against a schema before it is sent. */
function argumentsFor({
  parameters,
  operation,
}: (typeof operations)[number]): fc.Arbitrary<{ given: Given; body: unknown }> {
  const at = (location: string): fc.Arbitrary<Record<string, unknown>> => {
    const own = parameters.filter((parameter) => parameter.in === location);
    const value = (isRequired: boolean): fc.Arbitrary<unknown> =>
      isRequired ? text : fc.oneof(text, fc.integer(), fc.constantFrom(undefined, null));
    return fc.record(Object.fromEntries(own.map(({ name, required }) => [name, value(required === true)])));
  };
  const body = operation.requestBody ? fc.jsonValue({ stringUnit: "binary" }) : fc.constant(undefined);
  return fc.record({ given: fc.record({ path: at("path"), query: at("query") }), body });
}

describe(`every operation of the curated document (${printed})`, () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))("%s", async (_, described) => {
    const { functionName, method, path, parameters } = described;
    await fc.assert(
      fc.asyncProperty(argumentsFor(described), async ({ given, body }) => {
        const wanted = wantedRequest(path, parameters, given);
        const own = await send(functions, functionName, { ...given.path, ...given.query, body });
        if ("refused" in wanted) {
          expect((own as Error).message).toContain(`path parameter ${wanted.refused} `);
          return;
        }
        if (own instanceof Error) throw own;
        expect(own.method).toBe(method);
        expect(own.url).toBe(`${baseUrl}${wanted.path}${wanted.query && `?${wanted.query}`}`);
        const json = body === undefined ? undefined : JSON.stringify(body);
        expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(own.body)).toBe(json ?? "");
        expect(own.headers.get("content-type")).toBe(json === undefined ? null : "application/json");

        const { fetch, sent } = recorder();
        const client = createClient<Record<string, never>>({ baseUrl, fetch });
        const request = client.request as unknown as (method: string, path: string, init: object) => Promise<unknown>;
        await request(method, path, { params: given, body });
        const [theirs] = sent;
        expect(own.body).toEqual(theirs!.body);
        expect(own.url).toBe(theirs!.url.replace(/[!'()*]/g, (character) => unreserved(character)));
      }),
      { seed, numRuns },
    );
  });
});
