import { createClient, type AudienceCreateRequest } from "pinterest-audiences";

const client = createClient({ accessToken: "t" });
const rule = { visitor_source_id: "1" };

export async function allowed(): Promise<void> {
  await client.audiences.get({ ad_account_id: "1", audience_id: "2" });
  await client.audiences.list({ ad_account_id: "1", order: "ASCENDING", page_size: 7, bookmark: undefined });
  await client.audiences.create({ ad_account_id: "1", body: { name: "a", audience_type: "VISITOR", rule } });
  await client.audiences.update({ ad_account_id: "1", audience_id: "2" });
  await client.audiences.update({ ad_account_id: "1", audience_id: "2", body: {} }, { signal: AbortSignal.timeout(1) });
  // What was received can be sent back, whatever a later release added.
  const audience = await client.audiences.get({ ad_account_id: "1", audience_id: "2" });
  const body: AudienceCreateRequest = {
    name: audience.name ?? "",
    audience_type: "VISITOR",
    rule: audience.rule ?? {},
  };
  await client.audiences.create({ ad_account_id: "1", body });
}

export async function refused(): Promise<void> {
  // @ts-expect-error a path parameter is missing
  await client.audiences.get({ ad_account_id: "1" });
  // @ts-expect-error a path parameter is a string
  await client.audiences.get({ ad_account_id: 1, audience_id: "2" });
  // @ts-expect-error there is no such argument
  await client.audiences.get({ ad_account_id: "1", audience_id: "2", fields: "id" });
  // @ts-expect-error an enum that only requests reach is closed
  await client.audiences.list({ ad_account_id: "1", order: "DOWN" });
  // @ts-expect-error the body is required
  await client.audiences.create({ ad_account_id: "1" });
  // @ts-expect-error a field of the body is missing
  await client.audiences.create({ ad_account_id: "1", body: { name: "a", rule } });
  // @ts-expect-error a field that the schema of this operation does not have
  await client.audiences.update({ ad_account_id: "1", audience_id: "2", body: { data_party: "1p" } });
  // @ts-expect-error a field that no schema has
  await client.audiences.create({ ad_account_id: "1", body: { name: "a", audience_type: "VISITOR", rule, colour: 1 } });
  // @ts-expect-error an enum of the body that only requests reach
  await client.audiences.create({ ad_account_id: "1", body: { name: "a", audience_type: "visitor", rule } });
  // @ts-expect-error the same of the functions that never reject
  await client.safe.audiences.get({ ad_account_id: "1" });
  // @ts-expect-error a misspelt option of a call
  await client.audiences.get({ ad_account_id: "1", audience_id: "2" }, { singal: AbortSignal.timeout(1) });
  // @ts-expect-error there is no such operation
  await client.audiences.remove({ ad_account_id: "1", audience_id: "2" });
  // @ts-expect-error an option that does not exist
  createClient({ token: "t" });
  // @ts-expect-error a misspelt option
  createClient({ accesToken: "t" });
  // @ts-expect-error an option of another type
  createClient({ accessToken: 1 });
}
