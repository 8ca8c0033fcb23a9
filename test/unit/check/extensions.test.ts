import { check } from "../../../generator/check";
import { load } from "../../../generator/load";
import { temporaryFolder, writeFiles } from "../../support/command";

const folder = temporaryFolder();

describe("extensions", () => {
  it("are left out, and what only begins like one is not", async () => {
    const schema = { type: "object", properties: { "x-size": { type: "string", "x-note": 1 } }, "x-note": {} };
    const slow = { description: "Slow", content: { "text/x": { schema, "x-note": "" } } };
    const document = {
      openapi: "3.0.3",
      info: { title: "Extended", version: "1", "x-note": [] },
      "x-note": {},
      paths: {
        "x-note": {},
        "/a": {
          get: {
            responses: {
              "200": { $ref: "#/components/responses/x-slow" },
              "x-note": "text",
              "x-more": { description: "" },
            },
          },
        },
      },
      components: { "x-note": {}, responses: { "x-slow": slow } },
    };
    writeFiles(folder(), { "openapi.json": JSON.stringify(document) });
    const { openapi } = await check(load("openapi.json", { cwd: folder() }));
    expect(JSON.parse(JSON.stringify(openapi))).toEqual({
      openapi: "3.0.3",
      info: { title: "Extended", version: "1" },
      paths: { "/a": { get: { responses: { "200": { $ref: "#/components/responses/x-slow" } } } } },
      components: {
        responses: {
          "x-slow": {
            description: "Slow",
            content: { "text/x": { schema: { type: "object", properties: { "x-size": { type: "string" } } } } },
          },
        },
      },
    });
  });
});
