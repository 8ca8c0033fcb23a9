import { misfits } from "./document-fit";
import { anyText, type CallOptions, saying, serving } from "./serving";

const list = "/ad_accounts/{ad_account_id}/audiences";
const one = `${list}/{audience_id}`;
const good = { name: "n", audience_type: "VISITOR", rule: { retention_days: 30 } };
const at = (path: string): string => path.replace("{ad_account_id}", "1").replace("{audience_id}", "2542620639259");

describe("the audiences document: request → status", () => {
  const api = serving({ maxBodyBytes: 2000 });
  const json = { "content-type": "application/json" };

  /** method, path of the document, what is sent, status, a word of what is said */
  const table: [
    what: string,
    method: string,
    template: string,
    path: string,
    options: CallOptions,
    status: number,
    says: string,
  ][] = [
    ["a list", "GET", list, at(list), {}, 200, ""],
    ["every parameter", "GET", list, `${at(list)}?order=ASCENDING&page_size=250&ownership_type=OWNED`, {}, 200, ""],
    ["an unknown query parameter", "GET", list, `${at(list)}?colour=red`, {}, 200, ""],
    ["page size 0", "GET", list, `${at(list)}?page_size=0`, {}, 400, "page_size must be >= 1"],
    ["page size 251", "GET", list, `${at(list)}?page_size=251`, {}, 400, "page_size must be <= 250"],
    ["page size 1.5", "GET", list, `${at(list)}?page_size=1.5`, {}, 400, "page_size must be integer"],
    ["page size 0x10", "GET", list, `${at(list)}?page_size=0x10`, {}, 400, "page_size must be integer"],
    ["an empty page size", "GET", list, `${at(list)}?page_size=`, {}, 400, "page_size must be integer"],
    ["two page sizes", "GET", list, `${at(list)}?page_size=1&page_size=2`, {}, 400, "more than once"],
    ["another order", "GET", list, `${at(list)}?order=descending`, {}, 400, "one of ASCENDING, DESCENDING"],
    ["another ownership type", "GET", list, `${at(list)}?ownership_type=ALL`, {}, 400, "ownership_type"],
    ["an ad account of letters", "GET", list, "/ad_accounts/abc/audiences", {}, 400, "ad_account_id must match"],
    ["an ad account too long", "GET", list, `/ad_accounts/${"1".repeat(19)}/audiences`, {}, 400, "18"],
    ["a path that is no UTF-8", "GET", list, "/ad_accounts/%FF/audiences", {}, 400, "percent-encoding"],
    ["an audience", "GET", one, at(one), {}, 200, ""],
    ["an audience that isn't there", "GET", one, at(list) + "/1", {}, 404, "audience_id"],
    ["an audience of letters", "GET", one, `${at(list)}/x`, {}, 400, "audience_id must match"],
    ["a creation", "POST", list, at(list), { body: good }, 200, ""],
    [
      "with a charset",
      "POST",
      list,
      at(list),
      { body: good, headers: { "content-type": "application/json; charset=utf-8" } },
      200,
      "",
    ],
    ["no body", "POST", list, at(list), {}, 400, "the request body is missing"],
    ["an empty body", "POST", list, at(list), { headers: json, body: "" }, 400, "can't be read"],
    ["half a body", "POST", list, at(list), { headers: json, body: '{"name":' }, 400, "can't be read"],
    ["a list as body", "POST", list, at(list), { body: [] }, 400, "must be object"],
    ["no name", "POST", list, at(list), { body: { ...good, name: undefined } }, 400, "'name'"],
    ["a number as name", "POST", list, at(list), { body: { ...good, name: 5 } }, 400, ".name must be string"],
    ["another type", "POST", list, at(list), { body: { ...good, audience_type: "visitor" } }, 400, "CUSTOMER_LIST"],
    [
      "a rule with a text for a number",
      "POST",
      list,
      at(list),
      { body: { ...good, rule: { retention_days: "30" } } },
      400,
      ".rule.retention_days must be integer",
    ],
    [
      "a bad id deep inside",
      "POST",
      list,
      at(list),
      { body: { ...good, rule: { seed_id: ["1", "x"] } } },
      400,
      ".rule.seed_id[1] must match",
    ],
    ["an unknown field", "POST", list, at(list), { body: { ...good, colour: "red" } }, 200, ""],
    ["text", "POST", list, at(list), { headers: { "content-type": "text/plain" }, body: "x" }, 415, "application/json"],
    [
      "a body without a type",
      "POST",
      list,
      at(list),
      { headers: { "content-type": "" }, body: "x" },
      415,
      "application/json",
    ],
    [
      "compressed",
      "POST",
      list,
      at(list),
      { headers: { ...json, "content-encoding": "gzip" }, body: "x" },
      415,
      "compressed",
    ],
    ["too long a body", "POST", list, at(list), { body: { ...good, name: "x".repeat(2000) } }, 413, "longer"],
    [
      "no sharing type",
      "POST",
      `${list}/custom`,
      `${at(list)}/custom`,
      { body: { name: "n", rule: {}, data_party: "1p" } },
      400,
      "sharing_type",
    ],
    [
      "another data party",
      "POST",
      `${list}/custom`,
      `${at(list)}/custom`,
      { body: { name: "n", rule: {}, data_party: "2p", sharing_type: "CUSTOM" } },
      400,
      "1p, 3p",
    ],
    ["a change of nothing", "PATCH", one, at(one), {}, 200, ""],
    ["another operation", "PATCH", one, at(one), { body: { operation_type: "DELETE" } }, 400, "UPDATE, REMOVE"],
    ["no token", "GET", list, at(list), { headers: { authorization: undefined } }, 401, "Authorization"],
    ["another scheme", "GET", list, at(list), { headers: { authorization: "Basic YTpi" } }, 401, "Bearer"],
    ["nothing but XML", "GET", list, at(list), { headers: { accept: "application/xml" } }, 406, "application/json"],
  ];

  it.each(table)("%s", async (_what, method, template, path, options, status, says) => {
    const found = await api.call(method, path, options);
    expect({ status: found.status, text: found.text }).toEqual({ status, text: saying(says) });
    expect(misfits(method, template, status, found.json)).toEqual([]);
    if (status !== 200) expect(found.json).toMatchObject({ code: status, message: saying(says) });
  });

  it("no such path is 404, no such method 405, in the document's shape", async () => {
    const nowhere = await api.call("GET", "/v5/nowhere");
    expect([nowhere.status, nowhere.json]).toEqual([404, { code: 404, message: "the document has no such path" }]);
    const wrong = await api.call("DELETE", at(list));
    expect([wrong.status, wrong.headers.get("allow"), wrong.json]).toEqual([
      405,
      "GET, POST",
      { code: 405, message: anyText },
    ]);
    for (const path of [`${at(list)}/`, `/v5/v5${at(list)}`, at(list).toUpperCase(), "//ad_accounts/1/audiences"])
      expect([path, (await api.call("GET", path)).status]).toEqual([path, 404]);
  });

  it("a literal segment wins over a parameter", async () => {
    expect((await api.call("GET", `${at(list)}/custom`)).status).toBe(405);
  });

  it("all that is wrong is said at once", async () => {
    const { json } = await api.call("GET", "/ad_accounts/x/audiences?order=UP&page_size=0");
    expect((json as { message: string }).message.split("; ")).toHaveLength(3);
  });
});

describe("parameters, as their style writes them", () => {
  const parameter = (name: string, location: string, more: string): string =>
    `{ name: ${name}, in: ${location}, ${location === "path" ? "required: true, " : ""}${more} }`;
  const numbers = "schema: { type: array, items: { type: integer } }";
  const point = "schema: { type: object, required: [x], properties: { x: { type: integer }, y: { type: integer } } }";
  const places: Record<string, string> = {
    "/simple/{p}": parameter("p", "path", numbers),
    "/simple-object/{p}": parameter("p", "path", `explode: true, ${point}`),
    "/label/{p}": parameter("p", "path", `style: label, ${numbers}`),
    "/label-exploded/{p}": parameter("p", "path", `style: label, explode: true, ${numbers}`),
    "/matrix/{p}": parameter("p", "path", `style: matrix, ${numbers}`),
    "/matrix-exploded/{p}": parameter("p", "path", `style: matrix, explode: true, ${numbers}`),
    "/matrix-object/{p}": parameter("p", "path", `style: matrix, explode: true, ${point}`),
    "/file/{p}.json": parameter("p", "path", "schema: { type: integer }"),
    "/form": parameter("q", "query", `required: true, ${numbers}`),
    "/form-joined": parameter("q", "query", `explode: false, ${numbers}`),
    "/spaces": parameter("q", "query", `style: spaceDelimited, explode: false, ${numbers}`),
    "/pipes": parameter("q", "query", `style: pipeDelimited, explode: false, ${numbers}`),
    "/deep": parameter("q", "query", `style: deepObject, explode: true, ${point}`),
    "/form-object": parameter("q", "query", `required: true, ${point}`),
    "/texts": parameter("q", "query", "explode: false, schema: { type: array, items: { enum: ['a,b', 'c d', é] } }"),
    "/flag": parameter("q", "query", "schema: { type: boolean }"),
    "/either": parameter("q", "query", "schema: { oneOf: [{ type: integer }, { type: string, enum: [all, '07'] }] }"),
    "/content": parameter("q", "query", `content: { application/json: { ${point} } }`),
    "/header": parameter("X-List", "header", numbers),
    "/cookie": parameter("c", "cookie", numbers),
    "/nested": parameter(
      "X-Nested",
      "header",
      "schema: { type: object, required: [l], properties: { l: { type: array, items: { type: object } } } }",
    ),
  };
  const operation = (path: string): string =>
    `  ${path}: { get: { operationId: op${Object.keys(places).indexOf(path)}, parameters: [${places[path]!}], responses: { "204": { description: Done }, "400": { description: No } } } }`;
  const api = serving({
    text: `openapi: 3.0.3\ninfo: { title: Styles, version: 1.0.0 }\npaths:\n${Object.keys(places).map(operation).join("\n")}\n`,
  });

  const table: [path: string, status: number, headers?: Record<string, string>][] = [
    ["/simple/1,2", 204],
    ["/simple/1%2C2", 400],
    ["/simple/1,x", 400],
    ["/simple-object/x=1,y=2", 204],
    ["/simple-object/x,1", 400],
    ["/label/.1,2", 204],
    ["/label/1,2", 400],
    ["/label-exploded/.1.2", 204],
    ["/label-exploded/.1,2", 400],
    ["/matrix/;p=1,2", 204],
    ["/matrix/;q=1,2", 400],
    ["/matrix-exploded/;p=1;p=2", 204],
    ["/matrix-exploded/;p=1,2", 400],
    ["/matrix-object/;x=1;y=2", 204],
    ["/matrix-object/;y=2", 400],
    ["/file/5.json", 204],
    ["/file/x.json", 400],
    ["/file/5.xml", 404],
    ["/form?q=1&q=2", 204],
    ["/form?q=1,2", 400],
    ["/form", 400],
    ["/form-joined?q=1,2", 204],
    ["/form-joined?q=1%2C2", 400],
    ["/spaces?q=1%202", 204],
    ["/spaces?q=1+2", 204],
    ["/spaces?q=1,2", 400],
    ["/pipes?q=1%7C2", 204],
    ["/pipes?q=1|2", 204],
    ["/pipes?q=1,2", 400],
    ["/deep?q%5Bx%5D=1", 204],
    ["/deep?q[x]=1&q[y]=2", 204],
    ["/deep?q[x]=a", 400],
    ["/deep?q[y]=1", 400],
    ["/form-object?x=1&y=2", 204],
    ["/form-object?y=2", 400],
    ["/texts?q=a%2Cb,c%20d,%C3%A9", 204],
    ["/texts?q=a,b", 400],
    ["/flag?q=true", 204],
    ["/flag?q=yes", 400],
    ["/either?q=7", 204],
    ["/either?q=all", 204],
    ["/either?q=07", 204],
    ["/either?q=some", 400],
    ["/content?q=%7B%22x%22:1%7D", 204],
    ["/content?q=%7B%22x%22:%22a%22%7D", 400],
    ["/content?q=x", 400],
    ["/header", 204],
    ["/header", 204, { "x-list": "1, 2" }],
    ["/header", 400, { "x-list": "1, x" }],
    ["/cookie", 204, { cookie: "a=b; c=1,2" }],
    ["/cookie", 400, { cookie: "c=x" }],
    // No style can write it.
    ["/nested", 204, { "x-nested": "*" }],
  ];

  it.each(table)("%s → %i %j", async (path, status, headers = {}) => {
    const found = await api.call("GET", path, { headers });
    expect({ path, status: found.status, text: found.text }).toMatchObject({ path, status });
  });
});

describe("bodies of every kind", () => {
  const api = serving({ spec: "test/fixtures/binary-multipart/spec.yaml" });
  const other = serving({
    text: `openapi: 3.0.3
info: { title: Bodies, version: 1.0.0 }
paths:
  /form: { post: { operationId: form, requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { $ref: "#/components/schemas/Form" } }, multipart/form-data: { schema: { $ref: "#/components/schemas/Form" } } } }, responses: { "204": { description: Done }, "422": { description: No, content: { application/json: { schema: { type: object, properties: { errors: { type: array, items: { type: string } } } } } } } } } }
  /text: { post: { operationId: text, requestBody: { content: { "text/*": { schema: { type: string, maxLength: 3 } } } }, responses: { "200": { description: Done, content: { text/csv: { example: "a,b" } } } } } }
components: { schemas: { Form: { type: object, required: [n], properties: { n: { type: integer }, tags: { type: array, items: { type: string, maxLength: 2 } }, at: { type: object, properties: { x: { type: integer } } } } } } }
`,
  });

  const form = (members: Record<string, string>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(members)) data.append(name, value);
    return data;
  };

  it("forms, encoded and in parts", async () => {
    const table: [body: unknown, status: number][] = [
      [new URLSearchParams("n=1&tags=a&tags=b"), 204],
      [new URLSearchParams("n=x"), 422],
      [new URLSearchParams("n=1&tags=abc"), 422],
      [new URLSearchParams("tags=a"), 422],
      [form({ n: "1", at: '{"x":1}' }), 204],
      [form({ n: "1", at: '{"x":"a"}' }), 422],
      [form({}), 422],
    ];
    for (const [index, [body, status]] of table.entries())
      expect([index, (await other.call("POST", "/form", { body })).status]).toEqual([index, status]);
    const broken = { body: "x", headers: { "content-type": "multipart/form-data; boundary=a" } };
    expect((await other.call("POST", "/form", broken)).status).toBe(422);
  });

  it("text, of any kind that a range takes", async () => {
    const send = (body: string, type: string): Promise<{ status: number; text: string }> =>
      other.call("POST", "/text", { body, headers: { "content-type": type } });
    expect(await send("abc", "text/plain")).toMatchObject({ status: 200, text: "a,b" });
    expect(await send("abcd", "text/plain")).toMatchObject({ status: 400 });
    expect(await send("abc", "image/png")).toMatchObject({ status: 415 });
  });

  it("files, in parts and alone, up and down", async () => {
    const upload = new FormData();
    upload.append("file", new Blob([Uint8Array.of(0, 255, 10)]), "a.bin");
    upload.append("facts", new Blob(['{"name":"a"}'], { type: "application/json" }));
    expect((await api.call("POST", "/files", { body: upload })).status).toBe(204);
    expect((await api.call("POST", "/files", { body: form({ facts: "{}" }) })).status).toBe(400);
    const bytes = { body: "\0\u00ff", headers: { "content-type": "application/octet-stream" } };
    expect((await api.call("PUT", "/files", bytes)).status).toBe(204);
    const { status, headers } = await api.call("GET", "/files");
    expect([status, headers.get("content-type")]).toEqual([200, "application/pdf"]);
  });
});
