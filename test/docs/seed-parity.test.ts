import { fences, page, section, table } from "../support/markdown";
import { baseUrl, operations, securityScheme, type SeedOperation } from "./seed-facts";

const api = page("docs/AudiencesApi.md");
const index = table(api);

it("the page has the base URL and a row for each operation", () => {
  expect(api).toContain(`All URIs are relative to <${baseUrl}>`);
  expect([...index.keys()].map((cell) => /\[(.*)\]/.exec(cell)![1]).sort()).toEqual(operations.map(({ id }) => id));
});

describe.each(operations)("$id: what the page of the Python client says", (seed: SeedOperation) => {
  const text = section(api, `## ${seed.id}`);
  const inputs = table(section(text, "### Inputs"));
  const hasOptional = seed.parameters.some(({ isOptional }) => isOptional);

  it("index row: verb and path, summary", () => {
    const row = index.get(`[${seed.id}](#${seed.id})`)!;
    expect(row["HTTP request"]).toBe(`\`${seed.route}\``);
    expect(row["description"]).toBe(seed.summary);
  });

  it("signature, with what it returns", () => {
    const method = seed.id.replace("audiences_", "").replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const result = seed.returns === "AudiencePage" ? "PagePromise<AudiencePage, Audience>" : `Promise<${seed.returns}>`;
    expect(text).toMatch(new RegExp(`^\`client\\.audiences\\.${method}\\(args: .*\\): ${result}\`$`, "m"));
    expect(section(text, "### Output")).toContain(`Returns [${seed.returns}](schemas/${seed.returns}.md).`);
  });

  it("summary and every sentence of the description", () => {
    expect(text).toContain(`**${seed.summary}**`);
    // Markdown escapes and line breaks are not part of a sentence.
    const plain = text
      .replaceAll("\\_", "_")
      .replace(/`(audience_ids)`/g, "$1")
      .replace(/\s+/g, " ");
    for (const sentence of seed.description) expect(plain).toContain(sentence);
  });

  it("authorisation", () => {
    expect(section(text, "### Authorisation")).toContain(`[${securityScheme}](README.md#${securityScheme}): OAuth2`);
  });

  it("an example with what is required, and one with the optional inputs where there are some", () => {
    const examples = fences(section(text, "### Example"), "ts").filter((code) => code.includes("try {"));
    expect(examples).toHaveLength(hasOptional ? 2 : 1);
    const given = (code: string, name: string): boolean => new RegExp(`^    ${name}: `, "m").test(code);
    for (const { name, type, isOptional } of seed.parameters) {
      const spelled = typeof type === "object" ? "body" : name;
      expect([spelled, given(examples[0]!, spelled)]).toEqual([spelled, isOptional !== true]);
      expect([spelled, given(examples.at(-1)!, spelled)]).toEqual([spelled, true]);
    }
    for (const code of examples) {
      expect(code).toContain("createClient({ accessToken: process.env.ACCESS_TOKEN })");
      expect(code).toContain("console.log(data);");
      expect(code).toContain(`console.error("${seed.id} failed:", error);`);
    }
  });

  it.each(seed.parameters)("parameter $name", ({ name, type, description, isOptional, default: value }) => {
    const row = inputs.get(typeof type === "object" ? "body" : name)!;
    expect(row["required"]).toBe(isOptional ? "optional" : "required");
    expect(row["default"]).toBe(value === undefined ? "-" : `\`${value}\``);
    expect(row["description"]!.replaceAll("\\[", "[").replaceAll("\\]", "]")).toContain(description);
    if (typeof type === "object") expect(row["type"]).toBe(`[${type.schema}](schemas/${type.schema}.md)`);
    else expect(row["type"]).toMatch(type === "int" ? /^`number`$/ : /^`string`$|^`"[A-Z]+"`( \\\| `"[A-Z]+"`)*$/);
  });

  it("has no parameter that the page does not have", () => {
    expect(inputs.size).toBe(seed.parameters.length);
  });

  it("content types", () => {
    const output = section(text, "### Output").replaceAll("`", "");
    expect(output).toContain(`- Content-Type: ${seed.contentType}\n- Accept: ${seed.accept}`);
  });

  it("statuses with their descriptions, to the full stop, and no other", () => {
    const rows = [...table(section(text, "### Responses")).entries()].filter(
      ([, row]) => row["description"] !== "*Not in the document.*",
    );
    const said = rows.map(([status, row]) => [status.split(",")[0], row["description"]]);
    expect(said).toEqual(seed.responses);
    for (const [, row] of rows) expect(row["response headers"]).toBe("-");
  });

  it("links back", () => {
    for (const target of ["#audiencesapi", "README.md#operations", "README.md#schemas", "../README.md"])
      expect(text).toContain(`](${target})`);
  });

  it("a page for each schema that it names", () => {
    for (const schema of seed.schemas) expect(page(`docs/schemas/${schema}.md`)).toMatch(`# ${schema}\n`);
  });
});

describe("what the page of the Python client lost", () => {
  const list = section(api, "## audiences_list");
  const inputs = table(section(list, "### Inputs"));

  it("scopes, flow and addresses", () => {
    expect(section(list, "### Authorisation")).toContain("the scope `ads:read`");
    expect(section(api, "## audiences_update")).toContain("the scope `ads:write`");
    const scheme = section(page("docs/README.md"), "### pinterest_oauth2");
    expect(scheme).toContain("https://www.pinterest.com/oauth/");
    expect(scheme).toContain("https://api.pinterest.com/v5/oauth/token");
  });

  it("limits and patterns", () => {
    expect(inputs.get("page_size")!["limits"]).toBe("1 to 250");
    expect(inputs.get("ad_account_id")!["limits"]).toBe("at most 18 characters, pattern `^\\d+$`");
  });

  it("enum values, and no default that is not one", () => {
    expect(inputs.get("order")!["type"]).toBe('`"ASCENDING"` \\| `"DESCENDING"`');
    expect(inputs.get("order")!["default"]).toBe("-");
    expect(inputs.get("ownership_type")!["type"]).toBe('`"OWNED"` \\| `"RECEIVED"`');
  });

  it("rate-limit category, sandbox, error classes, the pagination loop", () => {
    expect(list).toContain("category `ads_read`");
    expect(list).toContain("Sandbox: `disabled`");
    expect(table(section(list, "### Responses")).get("400")!["error class"]).toBe("`BadRequestError`");
    expect(fences(list, "ts").some((code) => code.includes("for await"))).toBe(true);
    for (const { id } of operations.filter(({ id }) => id !== "audiences_list"))
      expect(section(api, `## ${id}`)).not.toContain("for await");
  });

  it("JSON of requests and responses", () => {
    for (const { id, contentType, responses } of operations) {
      const titles = section(section(api, `## ${id}`), "### As JSON").match(/^(Status `\w+`|Request body)/gm);
      const expected = responses.map(([status]) => `Status \`${status}\``);
      expect(titles).toEqual(contentType === "Not defined" ? expected : ["Request body", ...expected]);
    }
  });

  it("a field table for each schema with fields", () => {
    const fields = table(section(page("docs/schemas/AudienceCreateRequest.md"), "## Fields"));
    expect(fields.get("name")).toMatchObject({ required: "required", type: "`string`" });
    expect(fields.get("description")).toMatchObject({ required: "optional" });
    const audience = table(section(page("docs/schemas/Audience.md"), "## Fields"));
    expect(audience.get("size")).toMatchObject({ nullable: "yes", type: "`number` \\| `null`" });
  });
});
