// What every consumer does with the package: each operation once, a list to its end, and an error. Gives one line.
export async function calls(createClient, origin) {
  const client = createClient({ accessToken: "token", baseUrl: `${origin}/v5`, maxRetries: 0 });
  const found = new Set();
  for await (const { id } of client.audiences.list({ ad_account_id: "1" })) found.add(id);
  const ids = { ad_account_id: "1", audience_id: [...found][0] };
  const body = { name: "n", audience_type: "VISITOR", rule: { retention_days: 7 } };
  const created = await client.audiences.create({ ad_account_id: "1", body });
  const custom = { name: "c", sharing_type: "CUSTOM", data_party: "1p", rule: {} };
  const own = await client.audiences.createCustom({ ad_account_id: "1", body: custom });
  const got = await client.audiences.get(ids);
  const updated = await client.audiences.update({ ...ids, body: { name: "u" } });
  const missing = await client.safe.audiences.get({ ...ids, audience_id: "999999999999999999" });
  const names = [created, own, updated].map(({ name }) => name);
  return `list ${found.size}; ${names.join(",")}; ${got.id === ids.audience_id}; ${missing.status} ${missing.error.name}`;
}
