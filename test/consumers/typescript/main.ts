import { ApiError, createClient, type Audience, type AudiencesListArgs } from "pinterest-audiences";
import { audiencesGet, createTransport } from "pinterest-audiences/functions";

const args: AudiencesListArgs = { ad_account_id: "1", order: "ASCENDING" };
const client = createClient({ accessToken: "token", baseUrl: "http://127.0.0.1:1/v5" });

export async function names(): Promise<string[]> {
  const audiences: Audience[] = await client.audiences.list(args).toArray({ limit: 10 });
  return audiences.map(({ name }) => name ?? "");
}

export async function one(): Promise<string | undefined> {
  const result = await client.safe.audiences.get({ ad_account_id: "1", audience_id: "2" });
  if (result.ok) return result.data.name;
  return result.status === 404 ? result.error.body.message : undefined;
}

export async function another(): Promise<Audience | undefined> {
  try {
    return await audiencesGet(createTransport({ accessToken: "token" }), { ad_account_id: "1", audience_id: "2" });
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

// @ts-expect-error: a misspelt value of a closed enum.
export const wrong: AudiencesListArgs = { ad_account_id: "1", order: "UP" };
