// What every consumer does with the package: each operation once, a list to its end, and an error. Gives one line.
export async function calls(createClient, origin) {
  const client = createClient({ accessToken: "token", baseUrl: `${origin}/v5`, maxRetries: 0 });
  const ids = { ad_account_id: "1", audience_id: "2542620639259" };
  const found = [];
  for await (const { id } of client.audiences.list({ ad_account_id: "1" })) found.push(id);
  const body = { name: "n", audience_type: "VISITOR", rule: { retention_days: 7 } };
  const created = await client.audiences.create({ ad_account_id: "1", body });
  const custom = { name: "c", sharing_type: "CUSTOM", data_party: "1p", rule: {} };
  const own = await client.audiences.createCustom({ ad_account_id: "1", body: custom });
  const got = await client.audiences.get(ids);
  const updated = await client.audiences.update({ ...ids, body: { name: "u" } });
  const missing = await client.safe.audiences.get({ ...ids, audience_id: "7" });
  const names = [created, own, got, updated].map(({ name }) => name);
  return `list ${found.join(",")}; ${names.join(",")}; ${missing.status} ${missing.error.body.message}`;
}
