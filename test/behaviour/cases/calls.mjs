import { equal, ok } from "../assert.mjs";
import { json, stub } from "../stub.mjs";

const audience = { id: "2542620639259", ad_account_id: "549755885175", name: "ACME Tools" };
const ids = { ad_account_id: "549755885175", audience_id: "2542620639259" };
const base = "https://api.pinterest.com/v5/ad_accounts/549755885175/audiences";
const rule = { visitor_source_id: "549755885175", retention_days: 30 };

const clientOn = ({ createClient }, api, options = {}) =>
  createClient({ accessToken: "token", fetch: api.fetch, ...options });

/** operation, arguments, what is on the wire */
const wire = [
  ["list", { ad_account_id: ids.ad_account_id }, "GET", base, undefined],
  [
    "list",
    {
      ad_account_id: ids.ad_account_id,
      bookmark: "a b&c=d",
      order: "DESCENDING",
      page_size: 7,
      ownership_type: "RECEIVED",
    },
    "GET",
    `${base}?bookmark=a%20b%26c%3Dd&order=DESCENDING&page_size=7&ownership_type=RECEIVED`,
    undefined,
  ],
  ["get", ids, "GET", `${base}/2542620639259`, undefined],
  [
    "create",
    { ad_account_id: ids.ad_account_id, body: { name: "Å", audience_type: "VISITOR", rule } },
    "POST",
    base,
    { name: "Å", audience_type: "VISITOR", rule },
  ],
  [
    "createCustom",
    { ad_account_id: ids.ad_account_id, body: { name: "x", sharing_type: "CUSTOM", data_party: "1p", rule } },
    "POST",
    `${base}/custom`,
    { name: "x", sharing_type: "CUSTOM", data_party: "1p", rule },
  ],
  [
    "update",
    { ...ids, body: { operation_type: "REMOVE" } },
    "PATCH",
    `${base}/2542620639259`,
    { operation_type: "REMOVE" },
  ],
  ["update", ids, "PATCH", `${base}/2542620639259`, undefined],
];

export const cases = [
  ...wire.map(([method, args, verb, url, body], index) => ({
    name: `what ${method} puts on the wire (${index + 1})`,
    async run(library) {
      const api = stub(json(method === "list" ? { items: [audience] } : audience));
      const client = clientOn(library, api);
      const data = await client.audiences[method](args);
      equal(data, method === "list" ? { items: [audience] } : audience, "data");
      const [request] = api.requests;
      equal(api.requests.length, 1, "requests");
      equal([request.method, request.url], [verb, url]);
      equal(request.body === undefined ? undefined : JSON.parse(request.body), body, "body");
      equal(request.headers["content-type"], body === undefined ? undefined : "application/json", "content type");
      equal(request.headers["authorization"], "Bearer token", "credentials");
      ok(request.headers["accept"].startsWith("application/json"), "accept");
      equal(request.redirect, "manual", "redirect");
      const result = await client.safe.audiences[method](args);
      equal([result.ok, result.status, result.data], [true, 200, data], "the same, safe");
      equal(api.requests[1].url, url, "the same, safe");
    },
  })),
  {
    name: "a function of ./functions sends what the client's method sends",
    async run(library, functions) {
      const api = stub(json(audience));
      const transport = functions.createTransport({ accessToken: "token", fetch: api.fetch });
      equal(await functions.audiencesGet(transport, ids), audience);
      const result = await functions.audiencesGetSafe(transport, ids);
      equal([result.ok, result.data], [true, audience]);
      await clientOn(library, api).audiences.get(ids);
      equal(api.requests[0], api.requests[2]);
    },
  },
  {
    name: "raw is openapi-fetch, with the client's base URL, headers and token",
    async run(library) {
      const api = stub(json({ items: [audience] }), json({ code: 1, message: "no" }, 400));
      const { raw } = clientOn(library, api, { headers: { "X-Team": "a" } });
      const call = () =>
        raw.GET("/ad_accounts/{ad_account_id}/audiences", {
          params: { path: { ad_account_id: "1" }, query: { page_size: 2 } },
        });
      equal((await call()).data, { items: [audience] });
      equal((await call()).error, { code: 1, message: "no" });
      const [{ url, headers }] = api.requests;
      equal(url, "https://api.pinterest.com/v5/ad_accounts/1/audiences?page_size=2");
      equal([headers["authorization"], headers["x-team"]], ["Bearer token", "a"]);
    },
  },
  {
    name: "path arguments are one segment each, whatever they hold",
    async run(library) {
      const api = stub(json(audience));
      await clientOn(library, api).audiences.get({ ad_account_id: "a/b?c#d", audience_id: "%2e é;x" });
      equal(new URL(api.requests[0].url).pathname, "/v5/ad_accounts/a%2Fb%3Fc%23d/audiences/%252e%20%C3%A9%3Bx");
    },
  },
  {
    name: "an argument that would change the path is refused, and nothing is sent",
    async run(library) {
      const api = stub(json(audience));
      const client = clientOn(library, api);
      for (const audience_id of ["", ".", "..", "%2E%2e", undefined, null, {}, Number.NaN, "\ud800"]) {
        const result = await client.safe.audiences.get({ ad_account_id: "1", audience_id });
        equal(
          [result.ok, result.status, result.error.name, result.error.argument],
          [false, undefined, "InvalidArgumentError", "audience_id"],
        );
      }
      equal(api.requests.length, 0, "requests");
    },
  },
  {
    name: "bytes that are not ASCII arrive as UTF-8",
    async run(library) {
      const api = stub(json({ ...audience, name: "日本 🧵" }));
      const data = await clientOn(library, api).audiences.update({ ...ids, body: { name: "日本 🧵" } });
      equal([data.name, JSON.parse(api.requests[0].body).name], ["日本 🧵", "日本 🧵"]);
    },
  },
];
