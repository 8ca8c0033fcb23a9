import { load } from "../../../generator/load";
import { check } from "../../../generator/check";
import { readConfiguration } from "../../../generator/configuration";
import { GenerateError } from "../../../generator/problem";
import { temporaryFolder, writeFiles } from "../../support/command";

const folder = temporaryFolder();

const document = `openapi: 3.0.3
info: { title: Shaped, version: 1.0.0 }
tags: [{ name: things }, { name: secret }]
paths:
  /things:
    get:
      operationId: things_list
      tags: [things]
      parameters: [{ $ref: "#/components/parameters/Cursor" }]
      responses: { "200": { $ref: "#/components/responses/Page" } }
    post: { operationId: things_create, tags: [things], responses: { "204": { description: Made } } }
  /secret:
    get: { operationId: secret_get, tags: [secret], responses: { "204": { description: Nothing } } }
components:
  parameters: { Cursor: { name: cursor, in: query, schema: { type: string } } }
  responses:
    Page: { description: A page, content: { application/json: { schema: { $ref: "#/components/schemas/Page" } } } }
  schemas:
    Page:
      type: object
      properties: { items: { type: array, items: { $ref: "#/components/schemas/Thing" } }, next: { type: string } }
    Thing: { type: object, properties: { id: { type: string } } }
    Unused: { type: string }
`;

interface Shaped {
  readonly paths: Record<string, Record<string, { "x-pagination"?: unknown; summary?: string } | undefined>>;
  readonly tags: { name: string }[];
  readonly components: { readonly schemas: Record<string, unknown> };
  readonly info: { title: string; description?: string };
}

/** The document as the configuration shapes it. */
function shape(configuration: string, files: Record<string, string> = {}) {
  writeFiles(folder(), { "spec.yaml": document, "codegen.config.yaml": `spec: spec.yaml\n${configuration}`, ...files });
  const { spec, shaping } = readConfiguration({ cwd: folder(), flags: {} });
  const source = load(spec, { cwd: folder(), shaping });
  return { source, value: source.value as Shaped };
}

function problemsOf(configuration: string, files?: Record<string, string>): string[] {
  try {
    shape(configuration, files);
    return [];
  } catch (error) {
    const { exitCode, problems } = error as GenerateError;
    return problems.map(({ place, code, hint }) => `${exitCode} ${place!.file}:${place!.line} ${code} ${hint ?? ""}`);
  }
}

describe("filters", () => {
  it.each([
    ["include: { tags: [things] }", ["get /things", "post /things"]],
    ["include: { operations: [things_list] }", ["get /things"]],
    ["include: { operations: [GET /*] }", ["get /things", "get /secret"]],
    ["exclude: { paths: [/sec*] }", ["get /things", "post /things"]],
    ["include: { tags: [things] }\nexclude: { operations: ['*_create'] }", ["get /things"]],
  ])("%j", (configuration, left) => {
    const { paths } = shape(configuration).value;
    expect(
      Object.entries(paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`)),
    ).toEqual(left);
  });

  it("drop the components that nothing leads to any more", () => {
    expect(Object.keys(shape("include: { operations: [things_list] }").value.components.schemas)).toEqual([
      "Page",
      "Thing",
    ]);
    expect(Object.keys(shape("include: { tags: [secret] }").value.components.schemas)).toEqual([]);
    expect(Object.keys(shape("").value.components.schemas)).toEqual(["Page", "Thing", "Unused"]);
  });

  it("that mean nothing are a problem of the configuration", () => {
    expect(problemsOf("include: { tags: [thing] }")).toEqual([
      '2 codegen.config.yaml:2 matches-nothing Did you mean "things"?',
    ]);
    expect(problemsOf("exclude: { paths: [/no*] }")).toEqual([
      "2 codegen.config.yaml:2 matches-nothing Correct it, or take it out.",
    ]);
    expect(problemsOf("include: { tag: [things] }")).toEqual(["2 codegen.config.yaml:2 configuration "]);
  });
});

describe("pagination rules", () => {
  const rule = (operations: string): string =>
    `pagination: [{ operations: [${operations}], parameter: cursor, items: items, next: next }]`;

  it.each(["things_list", "'*_list'", "GET /things"])("%s", (operations) => {
    const { value } = shape(rule(operations));
    expect(value.paths["/things"]!["get"]!["x-pagination"]).toEqual({
      parameter: "cursor",
      items: "items",
      next: "next",
    });
    expect(value.paths["/things"]!["post"]!["x-pagination"]).toBeUndefined();
  });

  it("that do not fit are a problem in the configuration", async () => {
    const { source } = shape(rule("things_create"));
    const { problems } = await check(source).then(
      () => ({ problems: [] }),
      (error: unknown) => error as GenerateError,
    );
    expect(problems[0]).toMatchObject({ code: "pagination", place: { file: "codegen.config.yaml" } });
    expect(problemsOf(rule("nothing_list"))).toHaveLength(1);
  });
});

describe("overlays", () => {
  const overlay = (actions: string): Record<string, string> => ({
    "overlay.yaml": `overlay: 1.0.0\ninfo: { title: Changes, version: 1.0.0 }\nactions:\n${actions}`,
  });
  const withOverlay = "overlays: [overlay.yaml]";

  it("update, append and remove", () => {
    const { value, source } = shape(
      withOverlay,
      overlay(`  - { target: "$.info", update: { title: Better, description: New } }
  - { target: "$.tags", update: { name: more } }
  - { target: "$.paths['/secret']", remove: true }
  - { target: "$.tags[?@.name == 'things']", remove: true }
  - { target: "$.paths.*[?@.operationId == 'things_list']", update: { summary: All things } }
`),
    );
    expect(value.info).toMatchObject({ title: "Better", description: "New", version: "1.0.0" });
    expect(value.tags.map(({ name }) => name)).toEqual(["secret", "more"]);
    expect(Object.keys(value.paths)).toEqual(["/things"]);
    expect(value.paths["/things"]!["get"]!.summary).toBe("All things");
    expect(source.locate("/info/title")).toMatchObject({
      file: "overlay.yaml",
      line: 4,
      pointer: "/actions/0/update/title",
    });
    expect(source.locate("/info/version")).toMatchObject({ file: "spec.yaml", line: 2 });
    expect(source.locate("/tags/0/name")).toMatchObject({ file: "spec.yaml", line: 3, pointer: "/tags/1/name" });
    expect(source.locate("/tags/1")).toMatchObject({ file: "overlay.yaml", line: 5 });
    expect(source.files.map(({ path }) => path)).toEqual(["spec.yaml", "overlay.yaml"]);
  });

  it("that find nothing warn", () => {
    expect(shape(withOverlay, overlay(`  - { target: "$.nothing", remove: true }\n`)).source.notices).toMatchObject([
      { severity: "warning", code: "matches-nothing", place: { file: "overlay.yaml", line: 4 } },
    ]);
  });

  it.each([
    ['  - { target: "$.[", remove: true }', "1 overlay.yaml:4 overlay See RFC 9535."],
    ["  - { remove: true }", "1 overlay.yaml:4 overlay See the Overlay Specification, Action Object."],
    ["  - 1", "1 overlay.yaml:4 overlay See the Overlay Specification, Action Object."],
  ])("%s is a problem", (action, said) => {
    expect(problemsOf(withOverlay, overlay(`${action}\n`))).toEqual([said]);
  });
});
