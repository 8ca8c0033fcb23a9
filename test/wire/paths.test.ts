import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFiles } from "../support/command";
import { baseUrl, load, send, type Functions, type Sent } from "./client";

const folder = mkdtempSync(join(tmpdir(), "paths-"));
const parameters = [{ name: "size", in: "query", schema: { type: "string" } }];
const operation = (operationId: string): object => ({
  get: { operationId, parameters, responses: { "204": { description: "Done." } } },
});

let functions: Functions;
beforeAll(async () => {
  writeFiles(folder, {
    "spec.json": JSON.stringify({
      openapi: "3.0.3",
      info: { title: "Paths", version: "1" },
      servers: [{ url: baseUrl }],
      paths: { "/a?kind=b%3Fc": operation("inQuery"), "/a#b": operation("inFragment") },
    }),
  });
  functions = await load(join(folder, "spec.json"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Documents have what no path may have (OpenAPI 3.1.1, Path Templating), to tell operations of one path apart. */
describe("a path that holds more than a path", () => {
  it.each([
    ["inQuery", {}, "/a?kind=b%3Fc"],
    ["inQuery", { size: "1 & 2" }, "/a?kind=b%3Fc&size=1%20%26%202"],
    ["inFragment", {}, "/a"],
    ["inFragment", { size: "1" }, "/a?size=1"],
  ])("%s %j", async (name, args, wanted) => {
    expect(((await send(functions, name, args)) as Sent).url).toBe(baseUrl + wanted);
  });
});
