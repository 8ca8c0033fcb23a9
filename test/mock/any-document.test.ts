import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { features, fixturePath } from "../support/fixtures";
import { root } from "../support/command";
import { call, serve, type Got } from "./serving";

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly responses: Readonly<Record<string, unknown>>;
}

type Named = Record<string, Record<string, unknown>>;

/** By hand from the YAML, without the generator's own reading of it. */
function operationsOf(document: { paths: Named }): Operation[] {
  const at = (pointer: string): unknown =>
    pointer
      .split("/")
      .slice(1)
      .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((value, token) => (value as Record<string, unknown>)[token], document);
  // What another file holds is asked by the test that calls every operation.
  const resolved = ({ $ref, ...pathItem }: Record<string, unknown>): Record<string, unknown> =>
    typeof $ref === "string" && $ref.startsWith("#/") ? resolved(at($ref) as Record<string, unknown>) : pathItem;
  return Object.entries(document.paths).flatMap(([path, pathItem]) =>
    Object.entries(resolved(pathItem))
      .filter(([method]) => ["get", "put", "post", "delete", "patch", "options", "head"].includes(method))
      .map(
        ([method, operation]) =>
          ({ method: method.toUpperCase(), path, ...(operation as { responses: object }) }) as Operation,
      ),
  );
}

/** Every operation with `1` for its path parameters and nothing else, and with a body that is no JSON. */
async function callAll(url: string, operations: readonly Operation[]): Promise<Map<string, Got>> {
  const found = new Map<string, Got>();
  for (const { method, path } of operations) {
    const target = `${url}${path.replace(/\{[^}]*\}/g, "1")}`;
    found.set(`${method} ${path}`, await call(target, method));
    if (method === "GET" || method === "HEAD") continue;
    found.set(
      `${method} ${path} with a body`,
      await call(target, method, { body: "{", headers: { "content-type": "application/json" } }),
    );
  }
  return found;
}

describe.each(features)("the fixture %s", (feature) => {
  const document = parse(readFileSync(join(root, fixturePath(feature)), "utf8")) as { paths: Named };

  it("every operation answers: with success, or with a refusal, never with a bug; and always the same", async () => {
    const operations = operationsOf(document);
    const [one, two] = [
      await serve({ spec: join(root, fixturePath(feature)) }),
      await serve({ spec: join(root, fixturePath(feature)) }),
    ];
    try {
      const found = await callAll(one.url, operations);
      const again = await callAll(two.url, operations);
      expect(operations.length).toBeGreaterThan(0);
      for (const [name, { status, text }] of found) {
        const isExpected = [200, 201, 202, 204, 400, 401, 404, 415, 422].includes(status);
        expect([name, status, text, isExpected]).toEqual([name, status, text, true]);
        expect([name, text]).toEqual([name, expect.not.stringMatching(/bug|no such path/)]);
        expect([name, again.get(name)!.status, again.get(name)!.text]).toEqual([name, status, text]);
      }
    } finally {
      await one.close();
      await two.close();
    }
  });
});

describe("what is made from schemas fits them", () => {
  const schemas: Record<string, object> = {
    Kinds: {
      type: "object",
      required: ["a", "b", "c", "d", "e", "f"],
      properties: {
        a: { type: "integer", minimum: 3, multipleOf: 5 },
        b: { type: "string", format: "date-time" },
        c: { type: "array", minItems: 2, items: { type: "string", format: "uuid" } },
        d: { type: ["string", "null"], minLength: 9 },
        e: { const: "e" },
        f: { enum: ["x", "y"] },
      },
    },
    Choice: { oneOf: [{ $ref: "#/components/schemas/Kinds" }, { type: "string" }] },
    Both: {
      allOf: [
        { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
        { type: "object", properties: { b: { type: "boolean" } }, required: ["b"] },
      ],
    },
    Tree: {
      type: "object",
      properties: {
        name: { type: "string" },
        children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
      },
    },
    Map: { type: "object", additionalProperties: { type: "integer" } },
    Pair: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "Kinds", version: "1" },
    paths: Object.fromEntries(
      Object.keys(schemas).map((name) => [
        `/${name}`,
        {
          get: {
            operationId: name,
            responses: {
              200: {
                description: "One",
                content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
              },
            },
          },
        },
      ]),
    ),
    components: { schemas },
  };
  const ajv = addFormats(new Ajv2020({ strict: false })).addSchema(document, "spec");

  it.each(Object.keys(schemas))("%s", async (name) => {
    const mock = await serve({ text: JSON.stringify(document) });
    try {
      const { status, json } = await call(`${mock.url}/${name}`, "GET");
      const validate = ajv.compile({ $ref: `spec#/components/schemas/${name}` });
      validate(json);
      expect([status, validate.errors]).toEqual([200, null]);
    } finally {
      await mock.close();
    }
  });
});

it("of paths alike but for the names of their parameters, it is the one that has the method", async () => {
  const operation = (operationId: string, ...names: string[]): object => ({
    operationId,
    parameters: names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
    responses: { 204: { description: "Done" } },
  });
  const paths = {
    "/a/{one}": { get: operation("one", "one") },
    "/a/{other}": { delete: operation("other", "other") },
    "/{any}/{thing}": { put: operation("any", "any", "thing") },
  };
  const mock = await serve({
    text: JSON.stringify({ openapi: "3.1.0", info: { title: "Twins", version: "1" }, paths }),
  });
  try {
    for (const method of ["GET", "DELETE", "PUT"]) await call(`${mock.url}/a/1`, method);
    const asked = mock.requests().map(({ operation, status }) => [operation, status]);
    expect(asked).toEqual([
      ["one", 204],
      ["other", 204],
      [undefined, 405],
    ]);
  } finally {
    await mock.close();
  }
});

describe("a hostile document or request", () => {
  const text = `openapi: 3.0.3
info: { title: Hostile, version: 1.0.0 }
paths:
  /slow: { post: { operationId: slow, requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string, pattern: '^(a+)+$' }, b: { type: string, pattern: '^(([a-z])+.)+[A-Z]([a-z])+$' }, c: { type: string, format: uri }, d: { type: string, format: email }, e: { type: string, format: date-time }, f: { type: string, format: hostname } }, additionalProperties: { $ref: "#/components/schemas/Deep" } } } } }, responses: { "204": { description: Done } } } }
  /{a}-{b}-{c}-{d}: { get: { operationId: many, parameters: [{ name: a, in: path, required: true, schema: { type: string } }, { name: b, in: path, required: true, schema: { type: string } }, { name: c, in: path, required: true, schema: { type: string } }, { name: d, in: path, required: true, schema: { type: string } }], responses: { "204": { description: Done } } } }
components: { schemas: { Deep: { type: object, additionalProperties: { $ref: "#/components/schemas/Deep" } } } }
`;
  const long = 200_000;
  const bodies: [string, string][] = [
    ["a pattern that backtracks", JSON.stringify({ a: `${"a".repeat(long)}!` })],
    ["another", JSON.stringify({ b: "a".repeat(long) })],
    ["a long URI", JSON.stringify({ c: `a:${"/a".repeat(long / 2)} ` })],
    ["a long address", JSON.stringify({ d: `${"a.".repeat(long / 2)}@` })],
    ["a long date", JSON.stringify({ e: `2020-01-01T${"0".repeat(long)}` })],
    ["a long host", JSON.stringify({ f: "a-".repeat(long / 2) })],
    ["nested deep", `${'{"x":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["nested deep in lists", `${"[".repeat(400_000)}${"]".repeat(400_000)}`],
  ];

  it.each(bodies)("%s is refused within a second", async (_what, body) => {
    const mock = await serve({ text });
    try {
      const start = performance.now();
      const found = await call(`${mock.url}/slow`, "POST", { body, headers: { "content-type": "application/json" } });
      expect([found.status, found.text.length < 2000]).toEqual([400, true]);
      expect(performance.now() - start).toBeLessThan(1000);
    } finally {
      await mock.close();
    }
  });

  it("a path of nothing but separators is matched in no time", async () => {
    const mock = await serve({ text });
    try {
      const start = performance.now();
      expect((await call(`${mock.url}/${"-a".repeat(5000)}`, "GET")).status).toBe(204);
      expect((await call(`${mock.url}/${"a".repeat(10_000)}`, "GET")).status).toBe(404);
      expect(performance.now() - start).toBeLessThan(1000);
    } finally {
      await mock.close();
    }
  });
});
