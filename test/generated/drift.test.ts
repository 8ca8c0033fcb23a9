import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../../generator/emit/tree";
import { findJava } from "../support/java";
import { root, run } from "../support/command";
import { generate } from "../support/generate";

const folder = join(root, "generated");
const committed = new Map(
  listFiles(folder)
    .filter((path) => path !== "codegen.lock.json")
    .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
);
const engines = ["mustache", ...(findJava() ? (["openapi-generator"] as const) : [])] as const;

/** Made from the sources by this test, and by the command that a maintainer runs. */
describe("the committed package is what the sources make", () => {
  it.each(engines)("byte for byte, with %s", async (engine) => {
    const made = await generate("spec/audiences.yaml", { engine, name: "pinterest-audiences", version: "0.1.0" });
    expect([...made.keys()].sort()).toEqual([...committed.keys()].sort());
    for (const [path, text] of made) expect([path, committed.get(path)]).toEqual([path, text]);
  });

  it("check --full agrees, the lock included", () => {
    expect(run(["check", "--full", "--engine", "mustache"])).toMatchObject({ code: 0, stderr: "" });
  });
});
