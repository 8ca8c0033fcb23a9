import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { diff, type Diff } from "../../generator/diff";
import { writeFiles } from "../support/command";

jest.setTimeout(60_000);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "kinds-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const document = `
openapi: 3.0.3
info: { title: Things, version: "1", description: Things of all kinds. }
servers: [{ url: https://api.example.com/v1 }]
tags: [{ name: things, description: All about things. }]
paths:
  /things:
    get:
      operationId: things_list
      tags: [things]
      summary: List things
      description: All of them.
      x-ratelimit-category: reads
      x-pagination: { parameter: cursor, items: items, next: next }
      security: [{ key: [] }]
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
        - { name: tags, in: query, schema: { type: array, items: { type: string } } }
        - { name: limit, in: query, required: true, schema: { type: integer, default: 10 } }
      responses:
        "200":
          description: A page
          headers: { x-count: { schema: { type: integer } } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Page" } } }
        "404": { description: None, content: { application/json: { schema: { $ref: "#/components/schemas/Failure" } } } }
    post:
      operationId: things_create
      tags: [things]
      summary: Create a thing
      security: [{ key: [] }]
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewThing" } } } }
      responses:
        "200": { description: Made, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    Page: { type: object, required: [items], properties: { next: { type: string }, items: { type: array, items: { $ref: "#/components/schemas/Thing" } } } }
    Thing:
      type: object
      required: [id]
      properties: { id: { type: string }, size: { type: integer }, labels: { type: object, additionalProperties: { type: string } }, at: { type: string, format: date } }
    NewThing:
      type: object
      required: [name]
      properties: { name: { type: string, minLength: 1 }, color: { type: string, enum: [RED, BLUE] }, size: { type: integer, nullable: true } }
    Failure: { type: object, required: [message], properties: { message: { type: string } } }
`;

/** An edit in one line of the text, and all that is found. */
const table: readonly [name: string, from: string | RegExp, to: string, findings: readonly string[]][] = [
  [
    "an operation gets another id",
    "things_create",
    "things_make",
    ["major operation-renamed things_create", "major operation-renamed things_create"],
  ],
  [
    "an operation moves to another tag",
    /(things_create\n +tags: \[)things/,
    "$1makers",
    ["major operation-renamed things_create"],
  ],
  [
    "an operation has another path",
    "  /things:",
    "  /all-things:",
    ["major operation-moved things_list", "major operation-moved things_create"],
  ],
  [
    "an operation is deprecated",
    "summary: List things",
    "summary: List things\n      deprecated: true",
    ["minor operation-deprecated things_list"],
  ],
  [
    "a summary is rewritten",
    "summary: List things",
    "summary: List all things",
    ["patch description-changed things_list"],
  ],
  ["a rate limit's name", "category: reads", "category: lists", ["patch rate-limit-changed things_list"]],
  ["the server", "example.com/v1", "example.com/v2", ["major base-url-changed baseUrl"]],
  ["no server", /servers:.*\n/, "", ["major base-url-changed baseUrl"]],
  ["no pages any more", /x-pagination:.*\n/, "x-nothing: true\n", ["major pagination-removed things_list"]],
  ["another cursor", "parameter: cursor", "parameter: tags", ["patch pagination-changed things_list"]],
  [
    "credentials are needed in another scheme",
    "key: { type: http, scheme: bearer }",
    "key: { type: apiKey, in: header, name: x-key }",
    ["major security-scheme-changed key"],
  ],
  [
    "anyone may call",
    /(things_list[^]*?)security: \[\{ key: \[\] \}\]/,
    "$1security: []",
    ["minor security-widened things_list"],
  ],
  [
    "a parameter is needed",
    "name: cursor, in: query,",
    "name: cursor, in: query, required: true,",
    ["major parameter-became-required things_list cursor"],
  ],
  [
    "a parameter is no longer needed",
    "in: query, required: true, schema: { type: integer",
    "in: query, schema: { type: integer",
    ["minor parameter-became-optional things_list limit"],
  ],
  [
    "a needed parameter comes",
    '      responses:\n        "200":\n          description: A page',
    '        - { name: kind, in: query, required: true, schema: { type: string } }\n      responses:\n        "200":\n          description: A page',
    ["major required-parameter-added things_list kind"],
  ],
  [
    "a parameter moves to a header",
    "name: tags, in: query",
    "name: tags, in: header",
    ["major parameter-moved things_list tags"],
  ],
  [
    "a parameter is written in another way",
    "name: tags, in: query,",
    "name: tags, in: query, explode: false,",
    ["minor serialization-changed things_list tags"],
  ],
  [
    "a parameter takes another type",
    "required: true, schema: { type: integer, default: 10 }",
    "required: true, schema: { type: boolean, default: true }",
    ["major type-changed things_list limit", "minor default-changed things_list limit"],
  ],
  [
    "a parameter takes less",
    "name: cursor, in: query, schema: { type: string }",
    "name: cursor, in: query, schema: { type: string, enum: [a, b] }",
    ["major values-listed things_list cursor"],
  ],
  ["a default", "default: 10", "default: 20", ["minor default-changed things_list limit"]],
  ["a request takes a value less", "enum: [RED, BLUE]", "enum: [RED]", ["major value-removed NewThing color"]],
  ["a request takes any value", ", enum: [RED, BLUE]", "", ["minor values-unlisted NewThing color"]],
  [
    "a request takes null no more",
    "{ type: integer, nullable: true }",
    "{ type: integer }",
    ["major became-not-nullable NewThing size"],
  ],
  [
    "a request has a property less",
    ", size: { type: integer, nullable: true }",
    "",
    ["major property-removed NewThing size"],
  ],
  [
    "a request needs a property more",
    "required: [name]",
    "required: [name, color]",
    ["major property-became-required NewThing color"],
  ],
  ["a limit for what is sent", "minLength: 1", "minLength: 2", ["major limit-narrowed NewThing name"]],
  [
    "an answer may be null",
    "size: { type: integer }",
    "size: { type: integer, nullable: true }",
    ["major became-nullable Thing size"],
  ],
  ["an answer has a property less", "size: { type: integer }, ", "", ["major property-removed Thing size"]],
  ["an answer may lack a property", "required: [id]", "required: []", ["major property-became-optional Thing id"]],
  [
    "an answer promises a property",
    "required: [id]",
    "required: [id, size]",
    ["minor property-became-required Thing size"],
  ],
  [
    "other properties are numbers",
    "additionalProperties: { type: string }",
    "additionalProperties: { type: number }",
    ["major type-changed Thing labels.[key]"],
  ],
  ["a format", "format: date", "format: date-time", ["minor format-changed Thing at"]],
  [
    "a deprecated property",
    "at: { type: string,",
    "at: { deprecated: true, type: string,",
    ["minor deprecated Thing at"],
  ],
  [
    "an error is no longer declared, and nothing stands for it",
    /\n +"404":.*/,
    "",
    ["major response-removed things_list 404"],
  ],
  [
    "a header is no longer declared",
    /headers: .*\n/,
    "x-none: 1\n",
    ["patch response-header-removed things_list x-count"],
  ],
  [
    "another media type for the same",
    'content: { application/json: { schema: { $ref: "#/components/schemas/NewThing" } } }',
    'content: { application/json: { schema: { $ref: "#/components/schemas/NewThing" } }, application/x-www-form-urlencoded: { schema: { $ref: "#/components/schemas/NewThing" } } }',
    ["minor media-type-added things_create body"],
  ],
  ["the tag's text", "All about things.", "All about the things.", ["patch description-changed client.things"]],
  ["the document's text", "Things of all kinds.", "Things of many kinds.", ["patch description-changed package"]],
  ["a title inside", "at: { type: string,", "at: { title: When, type: string,", []],
  [
    "an answer's type moves into another component of the same shape",
    'items: { $ref: "#/components/schemas/Thing" }',
    'items: { allOf: [{ $ref: "#/components/schemas/Thing" }] }',
    [],
  ],
];

const done = new Map<number, Promise<Diff>>();

function diffOf(index: number, after: string): Promise<Diff> {
  const known = done.get(index);
  if (known !== undefined) return known;
  const cwd = writeFiles(join(folder, String(index)), { "old.yaml": document, "new.yaml": after });
  const found = diff({ old: "old.yaml", new: "new.yaml", cwd, signal: new AbortController().signal });
  done.set(index, found);
  return found;
}

describe("one edit, and all that is found", () => {
  it.each(table.map(([name, ...rest], index) => [name, index, ...rest] as const))(
    "%s",
    async (_name, index, from, to, findings) => {
      const after = document.replace(from, to);
      expect(after).not.toBe(document);
      const found = await diffOf(index, after);
      const said = found.findings.map(({ severity, code, subject, member }) =>
        [severity, code, subject.name, member].filter((word) => word !== "").join(" "),
      );
      expect(said.sort()).toEqual([...findings].sort());
    },
  );

  it("every pointer leads to something in its document", async () => {
    for (const [index, [, from, to]] of table.entries()) {
      const after = document.replace(from, to);
      const { findings } = await diffOf(index, after);
      for (const { pointers, code } of findings) {
        if (pointers.old !== undefined && code !== "base-url-changed")
          expect([code, at(document, pointers.old)]).not.toContain(undefined);
        if (pointers.new !== undefined && code !== "base-url-changed")
          expect([code, at(after, pointers.new)]).not.toContain(undefined);
      }
    }
  });
});

/** Read by the book: RFC 6901, percent-decoded first. */
function at(text: string, pointer: string): unknown {
  const tokens = decodeURIComponent(pointer)
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  return tokens.reduce<unknown>((value, token) => (value as Record<string, unknown> | undefined)?.[token], parse(text));
}
