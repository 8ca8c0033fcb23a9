import type { Sources } from "./outcome";

const ok = { "204": { description: "Nothing" } };

/** A small document with something in place of its parts. */
function small(parts: object): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Small", version: "1" },
    paths: { "/a": { get: { operationId: "a", responses: ok } } },
    ...parts,
  });
}

/** A document whose only schema is this. */
const withSchema = (schema: unknown, others: object = {}): string =>
  small({ components: { schemas: { A: schema, ...others } } });

/** Schemas with a property of which each refers to the next one's, by what `make` makes of the reference. */
function inARow(length: number, make: (reference: object) => object): object {
  const schemas = Array.from({ length }, (_, index) => {
    const next = { $ref: `#/components/schemas/S${index + 1}/properties/p` };
    return [`S${index}`, { type: "object", properties: { p: make(next) } }] as const;
  });
  return { ...Object.fromEntries(schemas), [`S${length}`]: { type: "object", properties: { p: { type: "string" } } } };
}

const doubling = (length: number): object =>
  inARow(length, (next) => ({ type: "object", properties: { l: next, r: next } }));
const chain = (length: number): object => inARow(length, (next) => ({ type: "object", properties: { l: next } }));

/** The same schema under as many names. */
function manySchemas(number: number, schema: object): object {
  return Object.fromEntries(Array.from({ length: number }, (_, index) => [`p${index}`, schema]));
}

const partOf = (name: string): object => ({
  allOf: [{ $ref: `#/components/schemas/${name}` }, { type: "object", properties: { size: { type: "string" } } }],
});

const refersTo = ($ref: string): Sources => ({ "spec.json": withSchema({ properties: { x: { $ref } } }) });

/** Documents that the gate turns away; before the colon, the code of the problem. */
export const refused: Readonly<Record<string, Sources>> = {
  "external-reference: an absolute path": refersTo("/etc/passwd"),
  "external-reference: a file URL": refersTo("file:///etc/passwd"),
  "external-reference: an address": refersTo("http://127.0.0.1:18099/x.json#/a"),
  "external-reference: an address without a scheme": refersTo("//127.0.0.1:18099/x.json"),
  "external-reference: out of the folder": refersTo("../../../../etc/passwd"),
  "external-reference: out of the folder, in disguise": refersTo("%2e%2e/%2e%2e/etc/passwd"),
  "external-reference: a data URL": refersTo("data:application/json,{}"),
  "unresolved-reference: the prototype": refersTo("#/__proto__/toString"),
  "unresolved-reference: the constructor": refersTo("#/components/schemas/A/constructor"),
  "unresolved-reference: half of an escape": refersTo("#/components/%"),
  "unresolved-reference: no string": { "spec.json": withSchema({ properties: { x: { $ref: 1 } } }) },
  "reference-cycle: to itself": { "spec.json": withSchema({ $ref: "#/components/schemas/A" }) },
  "reference-cycle: in a ring": {
    "spec.json": small({
      components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } } },
    }),
  },
  "all-of-cycle: of two": {
    "spec.json": small({
      components: {
        schemas: {
          A: { allOf: [{ $ref: "#/components/schemas/B" }] },
          B: { allOf: [{ $ref: "#/components/schemas/A" }] },
        },
      },
    }),
  },
  "too-deep: JSON": { "spec.json": "[".repeat(100_000) },
  "too-deep: YAML in flow": { "spec.yaml": `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}` },
  "all-of-cycle: of parts without a name": {
    "spec.json": withSchema(
      { allOf: [{ type: "object" }, { $ref: "#/components/schemas/B/allOf/0" }] },
      {
        B: { allOf: [{ allOf: [{ $ref: "#/components/schemas/A" }] }] },
      },
    ),
  },
  "union-cycle: of one": {
    "spec.json": withSchema({ anyOf: [{ type: "string" }, { $ref: "#/components/schemas/A" }] }),
  },
  "union-cycle: of two": {
    "spec.json": withSchema(
      { oneOf: [{ $ref: "#/components/schemas/B" }, { type: "string" }] },
      { B: { anyOf: [{ type: "integer" }, { $ref: "#/components/schemas/A" }] } },
    ),
  },
  "deep-reference: that doubles forty times": { "spec.json": small({ components: { schemas: doubling(40) } }) },
  "deep-reference: through a thousand parts": { "spec.json": small({ components: { schemas: chain(1_000) } }) },
  "too-deep: a part of another file that holds itself": {
    "spec.json": withSchema({ type: "object", unknown: { $ref: "part.json" } }),
    "part.json": JSON.stringify({ again: { $ref: "part.json" } }),
  },
  "too-many-members: of a schema": { "spec.json": withSchema({ properties: manySchemas(50_001, {}) }) },
  "more: mistakes than anybody reads": { "spec.json": withSchema({ properties: manySchemas(20_000, { type: 5 }) }) },
  "more: references that lead nowhere": {
    "spec.json": withSchema({ properties: manySchemas(20_000, { $ref: "#/components/schemas/A1" }) }),
  },
  "too-deep: schemas": { "spec.json": withSchema(nested(150)) },
  "too-many-aliases: laughs": {
    "spec.yaml": ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
      .concat([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `a${n}: &a${n} [${`*a${n - 1}, `.repeat(10)}]`))
      .join("\n"),
  },
  "alias-cycle: in itself": { "spec.yaml": "a: &a { b: *a }" },
  "duplicate-key: YAML": { "spec.yaml": "openapi: 3.1.0\nopenapi: 3.0.0\n" },
  "duplicate-key: JSON, one of them escaped": { "spec.json": '{"openapi": "3.1.0", "\\u006fpenapi": "3.0.0"}' },
  "yaml-tag: code": { "spec.yaml": "a: !!js/function 'function () {}'" },
  "invalid-yaml: two documents": { "spec.yaml": "a: 1\n---\nb: 2\n" },
  "invalid-json: a comment": { "spec.json": '{ /* hidden */ "openapi": "3.1.0" }' },
  "invalid-utf-8: latin": { "spec.yaml": Buffer.from("info: \xe9", "latin1") },
  "invalid-utf-8: UTF-16": { "spec.yaml": Buffer.from("\ufeffopenapi: 3.1.0", "utf16le") },
  "nul-character: in YAML": { "spec.yaml": "a: \0" },
  "too-large: a file of zeros": { "spec.yaml": Buffer.alloc(21 * 1024 * 1024, 32) },
  "component-key: a path": { "spec.json": small({ components: { schemas: { "../../PWNED": {} } } }) },
  "server-url: a script": { "spec.json": small({ servers: [{ url: "javascript:alert(1)" }] }) },
  "server-url: credentials": { "spec.json": small({ servers: [{ url: "https://user:word@example.com" }] }) },
  "server-url: a script in a variable": {
    "spec.json": small({ servers: [{ url: "{s}:alert(1)", variables: { s: { default: "javascript" } } }] }),
  },
  "duplicate-operation-id: twice": {
    "spec.json": small({
      paths: { "/a": { get: { operationId: "a", responses: ok }, put: { operationId: "a", responses: ok } } },
    }),
  },
  "ambiguous-path: two templates": {
    "spec.json": small({
      paths: {
        "/{a}": { get: { parameters: [path("a")], responses: ok } },
        "/{b}": { get: { parameters: [path("b")], responses: ok } },
      },
    }),
  },
  "structure: paths in a list": { "spec.json": small({ paths: [] }) },
  "structure: a schema that is a path item": refersTo("#/paths/~1a"),
  "unsupported-version: Swagger": { "spec.json": '{"swagger": "2.0"}' },
  "not-openapi: a list": { "spec.json": "[]" },
  "not-openapi: nothing": { "spec.yaml": "" },
};

const names = [
  ..."class function default await then constructor __proto__ toString prototype arguments eval new delete".split(" "),
  ..."CON aux nul.txt .. . .hidden a-b a_b aB A-B AB 1st 日本 Ünïcode é e\u0301 safe raw use body args".split(" "),
  ..."Promise Blob Client Error Record Array string undefined 😀 $ $$ _ __ - a/b a\\b a:b x-y".split(" "),
  "",
  " ",
  "a".repeat(5_000),
  "B".repeat(300),
];

const componentKeys = names.filter((name) => /^[a-zA-Z0-9._-]+$/.test(name));

/** Documents of which a package is made. */
export const accepted: Readonly<Record<string, string>> = {
  "names of operations": small({
    paths: Object.fromEntries(
      names.map((name, index) => [`/${index}`, { get: { operationId: name, tags: [name], responses: ok } }]),
    ),
  }),
  "names of parameters": small({
    paths: {
      "/a": {
        post: {
          operationId: "a",
          parameters: ["query", "cookie"].flatMap((location) =>
            names.filter((name) => name !== "").map((name) => ({ name, in: location, schema: { type: "string" } })),
          ),
          responses: ok,
        },
      },
    },
  }),
  "names of schemas": small({
    paths: {
      "/a": {
        get: {
          responses: {
            "200": {
              description: "OK",
              content: {
                "application/json": {
                  schema: { anyOf: componentKeys.map((key) => ({ $ref: `#/components/schemas/${key}` })) },
                },
              },
            },
          },
        },
      },
    },
    components: { schemas: Object.fromEntries(componentKeys.map((key) => [key, { type: "object" }])) },
  }),
  "alternatives that are made of the whole": withSchema(
    {
      type: "object",
      properties: { kind: { type: "string" } },
      oneOf: [{ $ref: "#/components/schemas/B" }, partOf("A")],
    },
    { B: { type: "object", oneOf: [{ $ref: "#/components/schemas/C" }] }, C: partOf("A") },
  ),
  "enums without a value": withSchema({
    type: "object",
    properties: { a: { enum: [] }, b: { oneOf: [{ enum: [null] }] } },
  }),
  "an enum of objects that are none": withSchema({ type: "object", enum: ["red", "green"] }),
  "names of properties": withSchema({
    type: "object",
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  }),
  "values of enums": withSchema({ enum: [...names, null, 1, true, "'", '"', "`", "\n", "*/"] }),
  "an enum of 10,000": withSchema({ enum: Array.from({ length: 10_000 }, (_, index) => `value-${index}`) }),
  "patterns that are slow or none": withSchema({
    properties: Object.fromEntries(
      ["(a+)+$", "(", "/*/", "[", "\\", "^(([a-z])+.)+[A-Z]([a-z])+$"].map((p, i) => [
        `p${i}`,
        { type: "string", pattern: p },
      ]),
    ),
  }),
  "a chain of 300 references": small({
    components: {
      schemas: Object.fromEntries(
        Array.from({ length: 300 }, (_, n) => [
          `S${n}`,
          n === 299 ? { type: "string" } : { $ref: `#/components/schemas/S${n + 1}` },
        ]),
      ),
    },
  }),
  "recursion that ends": small({
    components: {
      schemas: {
        Tree: { properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } } },
        A: { properties: { b: { $ref: "#/components/schemas/B" } } },
        B: { oneOf: [{ $ref: "#/components/schemas/A" }, { type: "string" }] },
        Map: { additionalProperties: { $ref: "#/components/schemas/Map" } },
      },
    },
  }),
  "recursion without an end": small({
    components: {
      schemas: {
        A: { type: "object", required: ["b"], properties: { b: { $ref: "#/components/schemas/B" } } },
        B: { type: "object", required: ["a"], properties: { a: { $ref: "#/components/schemas/A" } } },
      },
    },
  }),
  "an address that nobody asks for": small({
    components: { examples: { E: { externalValue: "http://127.0.0.1:18099/example.json" } } },
  }),
  "Markdown without a bottom": small({
    info: {
      title: "Small",
      version: "1",
      description: [">".repeat(100_000), ...Array.from({ length: 500 }, (_, n) => `${"  ".repeat(n)}- a`)].join("\n\n"),
    },
  }),
  "booleans for schemas": small({
    components: { schemas: { Any: true, None: false, Map: { additionalProperties: false } } },
  }),
};

function path(name: string): object {
  return { name, in: "path", required: true, schema: { type: "string" } };
}

function nested(depth: number): object {
  return depth === 0 ? { type: "string" } : { properties: { x: nested(depth - 1) } };
}
