// Calls every operation with every status as the answer, and prints what the built package does: {"audiences_get 404": {…}}.
import { createClient } from "pinterest-audiences";

const calls = {
  audiences_create: (client) =>
    client.audiences.create({ ad_account_id: "1", body: { name: "a", audience_type: "VISITOR", rule: {} } }),
  audiences_create_custom: (client) =>
    client.audiences.createCustom({
      ad_account_id: "1",
      body: { name: "a", sharing_type: "CUSTOM", data_party: "1p", rule: {} },
    }),
  audiences_get: (client) => client.audiences.get({ ad_account_id: "1", audience_id: "2" }),
  audiences_list: (client) => client.audiences.list({ ad_account_id: "1" }),
  audiences_update: (client) => client.audiences.update({ ad_account_id: "1", audience_id: "2" }),
};
const found = {};

for (const [operation, call] of Object.entries(calls))
  for (const status of [400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504]) {
    let attempts = 0;
    const fetch = () => {
      attempts += 1;
      return Promise.resolve(Response.json({ code: 1, message: "no" }, { status }));
    };
    const client = createClient({ accessToken: "token", fetch, maxRetries: 1, retry: { baseMs: 0 } });
    const error = await call(client).then(
      () => undefined,
      (thrown) => thrown,
    );
    found[`${operation} ${status}`] = { class: error.constructor.name, isRetried: attempts > 1 };
  }
console.log(JSON.stringify(found));
