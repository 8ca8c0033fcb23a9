import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { page, section, table } from "../support/markdown";

/** What the built package does at each status, by operation. */
const found = JSON.parse(
  spawnSync(process.execPath, [join(__dirname, "statuses.mjs")], { encoding: "utf8" }).stdout,
) as Record<string, { class: string; isRetried: boolean }>;

it.each(Object.entries(found))("%s: the table says what the package does", (call, { class: name, isRetried }) => {
  const [operation = "", status = ""] = call.split(" ");
  const rows = table(section(section(page("docs/AudiencesApi.md"), `## ${operation}`), "### Responses"));
  const own = rows.get(status);
  const fallback = rows.get("default, any other status")!;
  if (own !== undefined) expect(own["error class"]).toBe(`\`${name}\``);
  // With Retry-After is another question: nothing was said here.
  const said =
    own === undefined ? fallback["retried"]!.split(", ").includes(`\`${status}\``) : own["retried"] === "yes";
  expect([call, said]).toEqual([call, isRetried]);
});

it("asks for all of them", () => {
  expect(Object.keys(found)).toHaveLength(5 * 12);
});
