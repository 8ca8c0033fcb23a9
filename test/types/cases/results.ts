import { createClient, ApiError, type Audience, type AudiencePage, type Error as ErrorBody } from "pinterest-audiences";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(..._proof: Equal<A, B> extends true ? [] : ["these types differ"]): void => undefined;

const client = createClient({ accessToken: "t" });
const ids = { ad_account_id: "1", audience_id: "2" };

export async function narrowing(): Promise<void> {
  const result = await client.safe.audiences.get(ids);
  if (result.ok) {
    same<typeof result.data, Audience>();
    same<typeof result.status, 200>();
    return;
  }
  if (result.status === 404) {
    same<typeof result.error.body, ErrorBody>();
    same<typeof result.error.status, 404>();
    same<typeof result.response, Response>();
    return;
  }
  if (result.status === undefined) {
    same<typeof result.response, Response | undefined>();
    // @ts-expect-error without an answer there is no body
    void result.error.body;
    return;
  }
  // What `default` stands for: any other status, but none of those above.
  if (result.status === 503) same<typeof result.error.body, ErrorBody>();
  // @ts-expect-error a failure is never a 200
  if (result.status === 200) void result;
}

export async function data(): Promise<void> {
  const result = await client.safe.audiences.get(ids);
  // @ts-expect-error there is no data before `ok` has been asked
  void result.data;
  same<Awaited<ReturnType<typeof client.audiences.get>>, Audience>();
  const list = client.audiences.list({ ad_account_id: "1" });
  same<Awaited<typeof list>, AudiencePage>();
  for await (const item of list) same<typeof item, Audience>();
  for await (const page of list.pages()) same<typeof page, AudiencePage>();
  same<Awaited<ReturnType<typeof list.toArray>>, Audience[]>();
  // @ts-expect-error a limit must be said
  await list.toArray();
  // @ts-expect-error no other call is a list
  for await (const item of client.audiences.get(ids)) void item;
}

export function errors(error: unknown): string | undefined {
  if (ApiError.is(error)) return `${error.status} ${error.requestId ?? ""}`;
  // @ts-expect-error what is thrown is unknown until it has been asked
  return error.status;
}

export async function rawCall(): Promise<void> {
  const { data, error } = await client.raw.GET("/ad_accounts/{ad_account_id}/audiences", {
    params: { path: { ad_account_id: "1" } },
  });
  const body: ErrorBody | undefined = error;
  const name: string | undefined = data?.items[0]?.name;
  // @ts-expect-error neither is just anything
  const anything: string = data ?? error;
  void [body, name, anything];
  // @ts-expect-error there is no such path
  await client.raw.GET("/nothing", {});
}
