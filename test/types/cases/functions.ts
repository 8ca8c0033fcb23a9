import { audiencesCreate, audiencesGet, audiencesGetSafe, createTransport } from "pinterest-audiences/functions";
import type { Audience, Currency, ObjectiveType } from "pinterest-audiences";

const transport = createTransport({ accessToken: "t" });

export async function allowed(): Promise<Audience> {
  const result = await audiencesGetSafe(transport, { ad_account_id: "1", audience_id: "2" });
  if (result.ok) return result.data;
  if (result.status === 404) throw new Error(result.error.body.message);
  return audiencesGet(transport, { ad_account_id: "1", audience_id: "2" });
}

export async function refused(): Promise<void> {
  // @ts-expect-error without a transport
  await audiencesGet({ ad_account_id: "1", audience_id: "2" });
  // @ts-expect-error a path parameter is missing
  await audiencesGet(transport, { audience_id: "2" });
  // @ts-expect-error a body's field has another type
  await audiencesCreate(transport, { ad_account_id: "1", body: { name: 1, audience_type: "VISITOR", rule: {} } });
  // @ts-expect-error a misspelt option
  createTransport({ baseURL: "https://api.example.com" });
}

// A value that came after this package is no error where a response can have it.
export const later: [ObjectiveType, Currency] = ["A_LATER_OBJECTIVE", "XXX"];
