import { misfits } from "./document-fit";
import { saying, serving } from "./serving";

const api = serving();
const audiences = "/v5/ad_accounts/1/audiences";
const template = "/ad_accounts/{ad_account_id}/audiences";
const visitors = { name: "Visitors", audience_type: "VISITOR", rule: { visitor_source_id: "7", retention_days: 3 } };

interface Audience {
  readonly id: string;
  readonly ad_account_id: string;
  readonly name: string;
  readonly rule: object;
  readonly description?: string | null;
}

async function create(body: object = visitors, path = audiences): Promise<Audience> {
  const { status, json } = await api.call("POST", path, { body });
  expect({ status, misfits: misfits("post", template, 200, json) }).toEqual({ status: 200, misfits: [] });
  return json as Audience;
}

async function ids(path = `${audiences}?page_size=250`): Promise<string[]> {
  const { json } = await api.call("GET", path);
  return (json as { items: Audience[] }).items.map(({ id }) => id);
}

describe("the audiences", () => {
  it("what is created is found, alone and in the list, and nowhere else", async () => {
    const before = await ids();
    const created = await create();
    expect(created).toMatchObject({ ...visitors, ad_account_id: "1", status: "INITIALIZING" });
    const { json } = await api.call("GET", `${audiences}/${created.id}`);
    expect(json).toEqual(created);
    expect(await ids()).toEqual([...before, created.id]);
    expect((await api.call("GET", `/v5/ad_accounts/2/audiences/${created.id}`)).status).toBe(404);
    expect(await ids("/v5/ad_accounts/2/audiences?page_size=250")).toEqual(before);
  });

  it("the ad account is the path's, whatever the body says", async () => {
    expect((await create({ ...visitors, ad_account_id: "99" })).ad_account_id).toBe("1");
  });

  it("custom audiences are audiences", async () => {
    const body = { name: "c", sharing_type: "CUSTOM", data_party: "1p", rule: {}, category: "k" };
    const { status, json } = await api.call("POST", `${audiences}/custom`, { body });
    expect([status, misfits("post", `${template}/custom`, 200, json)]).toEqual([200, []]);
    expect(json).not.toHaveProperty("category");
    expect(await ids()).toContain((json as Audience).id);
  });

  it("identifiers go on, and none comes twice", async () => {
    const first = await create();
    await api.call("PATCH", `${audiences}/${first.id}`, { body: { operation_type: "REMOVE" } });
    const second = await create();
    expect(BigInt(second.id)).toBe(BigInt(first.id) + 1n);
    expect(new Set(await ids()).size).toBe((await ids()).length);
  });

  it("a change keeps what it doesn't name", async () => {
    const { id } = await create();
    const { status, json } = await api.call("PATCH", `${audiences}/${id}`, {
      body: { name: "Other", description: "d" },
    });
    expect([status, misfits("patch", `${template}/{audience_id}`, 200, json)]).toEqual([200, []]);
    expect(json).toMatchObject({ ...visitors, id, name: "Other", description: "d" });
    expect((await api.call("GET", `${audiences}/${id}`)).json).toEqual(json);
  });

  it("a change without a body changes nothing", async () => {
    const created = await create();
    expect((await api.call("PATCH", `${audiences}/${created.id}`)).json).toEqual(created);
  });

  it("REMOVE removes", async () => {
    const { id } = await create();
    const { status, json } = await api.call("PATCH", `${audiences}/${id}`, { body: { operation_type: "REMOVE" } });
    expect([status, (json as Audience).id]).toEqual([200, id]);
    for (const method of ["GET", "PATCH"]) {
      const gone = await api.call(method, `${audiences}/${id}`);
      expect([gone.status, gone.json]).toEqual([404, { code: 404, message: saying("audience_id") }]);
    }
    expect(await ids()).not.toContain(id);
  });

  it("UPDATE is no removal, nor is an audience of the name REMOVE", async () => {
    const { id } = await create();
    await api.call("PATCH", `${audiences}/${id}`, { body: { operation_type: "UPDATE", name: "REMOVE" } });
    expect((await api.call("GET", `${audiences}/${id}`)).json).toMatchObject({ id, name: "REMOVE" });
  });

  it("the examples of the document work: they name an audience that is there", async () => {
    const { status, json } = await api.call("GET", "/v5/ad_accounts/549755885175/audiences/2542620639259");
    expect([status, json]).toEqual([
      200,
      expect.objectContaining({ id: "2542620639259", ad_account_id: "549755885175" }),
    ]);
  });

  it("is the same at / and below the server's path", async () => {
    const { id } = await create();
    expect((await api.call("GET", `/ad_accounts/1/audiences/${id}`)).json).toMatchObject({ id });
  });

  it("a reset brings back the beginning", async () => {
    const before = await ids();
    const first = await create();
    expect((await api.call("POST", "/__mock__/reset")).status).toBe(200);
    expect(await ids()).toEqual(before);
    expect(await create()).toEqual(first);
  });

  it("a name that JavaScript knows is a name", async () => {
    const name = JSON.parse('{ "__proto__": { "x": 1 }, "constructor": 2 }') as object;
    await create({ ...visitors, rule: { event: "checkout", event_data: name } });
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe("a document of another kind", () => {
  const shop = serving({
    seeds: 3,
    text: `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: "https://{region}.example.com/api/", variables: { region: { default: eu } } }]
paths:
  /orders:
    get: { operationId: orders_list, parameters: [{ name: state, in: query, schema: { type: string } }], responses: { "200": { description: All, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/OrderSummary" } } } } } } }
    post: { operationId: orders_create, requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }, responses: { "201": { description: Made, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } } }
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }]
    get: { operationId: orders_get, responses: { "200": { description: One, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }, "404": { description: None, content: { application/problem+json: { schema: { type: object, properties: { title: { type: string }, detail: { type: string }, status: { type: integer } } } } } } } }
    put: { operationId: orders_replace, requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }, responses: { "200": { description: One, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } } }
    delete: { operationId: orders_delete, responses: { "204": { description: Gone } } }
  /orders/search:
    post: { operationId: orders_search, requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { "200": { description: Found, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } } } } } } }
components:
  schemas:
    Order: { type: object, required: [id, state, secret], properties: { id: { type: integer, readOnly: true }, state: { type: string, enum: [open, paid] }, note: { type: [string, "null"] }, secret: { type: string, writeOnly: true } }, additionalProperties: false }
    OrderSummary: { type: object, required: [id], properties: { id: { type: integer }, state: { type: string } }, additionalProperties: false }
`,
  });

  it("creates, lists, gets, replaces and removes", async () => {
    const created = await shop.call("POST", "/orders", { body: { state: "paid", note: null, secret: "s" } });
    expect([created.status, created.json]).toEqual([201, { id: 4, state: "paid", note: null }]);
    expect((await shop.call("GET", "/api/orders/4")).json).toEqual({ id: 4, state: "paid", note: null });
    const replaced = await shop.call("PUT", "/orders/4", { body: { state: "open", secret: "s" } });
    expect(replaced.json).toMatchObject({ id: 4, state: "open" });
    expect((await shop.call("GET", "/orders")).json).toEqual([
      { id: 1, state: "open" },
      { id: 2, state: "open" },
      { id: 3, state: "open" },
      { id: 4, state: "open" },
    ]);
    const removed = await shop.call("DELETE", "/orders/4");
    expect([removed.status, removed.text]).toEqual([204, ""]);
    expect((await shop.call("GET", "/orders/4")).status).toBe(404);
  });

  it("selects by a parameter named as a member", async () => {
    await shop.call("POST", "/orders", { body: { state: "paid", secret: "s" } });
    expect((await shop.call("GET", "/orders?state=paid")).json).toEqual([{ id: 4, state: "paid" }]);
  });

  it("a search is no creation", async () => {
    await shop.call("POST", "/orders/search", { body: {} });
    expect((await shop.call("GET", "/orders")).json).toHaveLength(3);
  });

  it("says what is wrong in the document's own words for it", async () => {
    const { json, headers } = await shop.call("GET", "/orders/99");
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(json).toMatchObject({ detail: "there is nothing with this orderId" });
  });

  it("what is said nowhere is said as RFC 9457 has it", async () => {
    const { status, json, headers } = await shop.call("POST", "/orders", { body: { state: "sold", secret: "s" } });
    expect([status, headers.get("content-type")]).toEqual([400, "application/problem+json"]);
    expect(json).toEqual({ title: "Refused", status: 400, detail: "the request body.state must be one of open, paid" });
  });
});

describe("what the docs' calls ask for", () => {
  const teams = serving({
    seeds: 2,
    text: `openapi: 3.1.0
info: { title: Teams, version: 1.0.0 }
paths:
  /teams:
    get: { operationId: teams_list, parameters: [{ name: cursor, in: query, schema: { type: string } }], x-pagination: { parameter: cursor, items: items, next: next }, responses: { "200": { description: All, content: { application/json: { schema: { type: object, required: [items], properties: { items: { type: array, items: { $ref: "#/components/schemas/Team" } }, next: { type: [string, "null"] } } } } } } } }
  /teams/{team_slug}:
    parameters: [{ name: team_slug, in: path, required: true, schema: { type: string } }]
    get: { operationId: teams_get, responses: { "200": { description: One, content: { application/json: { schema: { $ref: "#/components/schemas/Team" } } } } } }
  /members:
    get: { operationId: members_list, responses: { "200": { description: All, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Member" } } } } } } }
  /members/{username}:
    parameters: [{ name: username, in: path, required: true, schema: { type: string } }]
    get: { operationId: members_get, responses: { "200": { description: One, content: { application/json: { schema: { $ref: "#/components/schemas/Member" } } } } } }
    delete: { operationId: members_delete, responses: { "204": { description: Gone } } }
components:
  schemas:
    Team: { type: object, required: [id, slug], properties: { id: { type: integer }, slug: { type: string }, team_slug: { type: object } } }
    Member: { type: object, required: [id], properties: { id: { type: integer }, login: { type: string } } }
`,
  });

  it("the identifier is the simple member named as the parameter's last word, rather than another's id", async () => {
    const { json } = await teams.call("GET", "/teams");
    expect(json).toMatchObject({ items: [{ slug: "string" }, { slug: "string-1" }] });
    expect((await teams.call("GET", "/teams/string-1")).json).toMatchObject({ slug: "string-1" });
  });

  it("the docs' example of a parameter stands for the first thing, as long as that is there", async () => {
    expect((await teams.call("GET", "/members/string")).json).toMatchObject({ id: 1 });
    expect((await teams.call("GET", "/members/other")).status).toBe(404);
    await teams.call("DELETE", "/members/string");
    expect((await teams.call("GET", "/members/string")).status).toBe(404);
    expect((await teams.call("GET", "/members/1")).status).toBe(404);
    expect((await teams.call("GET", "/members/2")).status).toBe(200);
  });

  it("the docs' example of a cursor begins at the start, and no other text does", async () => {
    expect((await teams.call("GET", "/teams?cursor=string")).json).toMatchObject({ items: [{ slug: "string" }, {}] });
    expect((await teams.call("GET", "/teams?cursor=other")).status).toBe(400);
  });
});
