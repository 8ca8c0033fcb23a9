import { check } from "../../../generator/check";
import { load } from "../../../generator/load";
import { GenerateError, type Problem } from "../../../generator/problem";
import { temporaryFolder, writeFiles } from "../../support/command";

const folder = temporaryFolder();

/** What is said of a document with one schema. */
async function saidOf(version: string, schema: object): Promise<readonly object[]> {
  const document = {
    openapi: version,
    info: { title: "Things", version: "1" },
    paths: { "/things": { get: { operationId: "things_list", responses: { 204: { description: "Nothing" } } } } },
    components: { schemas: { Thing: schema } },
  };
  writeFiles(folder(), { "openapi.json": JSON.stringify(document, null, 1) });
  try {
    return brief((await check(load("openapi.json", { cwd: folder() }))).notices);
  } catch (error) {
    if (error instanceof GenerateError) return brief(error.problems);
    throw error;
  }
}

function brief(problems: readonly Problem[]): object[] {
  return problems.map(({ severity, code, message, hint, pointer }) => ({ severity, code, message, hint, pointer }));
}

describe("a keyword that nobody knows", () => {
  it("in a schema of 3.1: a notice, and a warning where another is meant", async () => {
    expect(await saidOf("3.1.0", { type: "object", colour: "red", requried: ["id"] })).toEqual([
      {
        severity: "notice",
        code: "unknown-keyword",
        message: 'the keyword "colour" is not known, and nothing is made of it',
        hint: "JSON Schema allows it.",
        pointer: "#/components/schemas/Thing/colour",
      },
      {
        severity: "warning",
        code: "unknown-keyword",
        message: 'the keyword "requried" is not known, and nothing is made of it',
        hint: "Did you mean required?",
        pointer: "#/components/schemas/Thing/requried",
      },
    ]);
  });

  it("in a schema of 3.0, which has a list of them: an error", async () => {
    const said = await saidOf("3.0.3", { type: "object", colour: "red" });
    expect(said).toMatchObject([
      { severity: "error", code: "structure", pointer: "#/components/schemas/Thing/colour" },
    ]);
  });

  it.each([
    ["any other object", { type: "object", xml: { colour: "red" } }, "#/components/schemas/Thing/xml/colour"],
    ["an object that a schema refers to, and that is none", { $ref: "#/paths/~1things" }, "#/paths/~1things/get"],
  ])("in %s: an error", async (_, schema, pointer) => {
    expect(await saidOf("3.1.0", schema)).toMatchObject([{ severity: "error", pointer }]);
  });
});
