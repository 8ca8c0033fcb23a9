// 1,000 calls at once under random failures and ends of tokens, again and again: prints how many bytes of heap are left behind by a round.
//   node --expose-gc memory.mjs
import { createClient, oauth2RefreshToken } from "pinterest-audiences";

let token = 0;
let state = Number(process.argv[2] ?? 1);
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
const json = (value, status = 200, headers = {}) =>
  new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json", ...headers } });
const failures = [
  () => json({ code: 1, message: "no" }, 500),
  () => json({ code: 8, message: "busy" }, 429, { "retry-after": "0" }),
  () => json({ code: 2, message: "expired" }, 401),
  () => Promise.reject(new TypeError("fetch failed")),
  () => new Response("<html>", { status: 200 }),
];
const fetch = async () => (random() < 0.3 ? failures[Math.floor(random() * failures.length)]() : json({ id: "1" }));
const auth = oauth2RefreshToken({
  clientId: "id",
  clientSecret: "secret-of-the-client",
  refreshToken: "refresh-token",
  fetch: async () => json({ access_token: `access-token-${(token += 1)}`, expires_in: 3600 }),
});
const client = createClient({ auth, fetch, retry: { baseMs: 0 } });

async function round() {
  const args = { ad_account_id: "1", audience_id: "2" };
  const calls = Array.from({ length: 1000 }, (_, index) => {
    const controller = new AbortController();
    const call = client.safe.audiences.get(args, { signal: controller.signal });
    if (index % 50 === 0) controller.abort();
    return call;
  });
  await Promise.all(calls);
  await new Promise((resolve) => setTimeout(resolve, 10));
  for (let times = 0; times < 3; times += 1) globalThis.gc();
  return process.memoryUsage().heapUsed;
}

const heaps = [];
for (let index = 0; index < 12; index += 1) heaps.push(await round());
console.log(Math.round((Math.min(...heaps.slice(-3)) - Math.min(...heaps.slice(3, 6))) / 6));
