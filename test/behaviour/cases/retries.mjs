import { equal, failure, ok } from "../assert.mjs";
import { json, stub } from "../stub.mjs";

const ids = { ad_account_id: "549755885175", audience_id: "2542620639259" };
const body = { name: "x", audience_type: "VISITOR", rule: {} };
const fast = { baseMs: 1, capMs: 1 };
const said = { code: 7, message: "It says why." };
const failWith = (status, headers) => json(said, status, headers);

/** The calls of a client, one that may be repeated and one that may not. */
const calls = {
  GET: (client, options) => client.audiences.get(ids, options),
  PATCH: (client, options) => client.audiences.update({ ...ids, body: {} }, options),
  POST: (client, options) => client.audiences.create({ ad_account_id: "1", body }, options),
};

/** A connection that fails as Node's `fetch` fails: the reason is in the cause. */
const broken = (code) => () =>
  Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));

/** what fails, the method, how many requests that makes */
const table = [
  ...[408, 429, 500, 502, 503, 504].map((status) => [`${status}`, failWith(status), "GET", 3]),
  ...[400, 401, 403, 404, 409, 422, 501].map((status) => [`${status}`, failWith(status), "GET", 1]),
  ...["POST", "PATCH"].flatMap((method) => [
    ["429", failWith(429), method, 3],
    ["503 with Retry-After", failWith(503, { "retry-after": "0" }), method, 3],
    ...[408, 500, 502, 503, 504].map((status) => [`${status}`, failWith(status), method, 1]),
  ]),
  ["a broken connection", broken("ECONNRESET"), "GET", 3],
  ["a broken connection", broken("ECONNRESET"), "POST", 1],
  ["a connection that can't be told", () => Promise.reject(new TypeError("x")), "POST", 1],
  ...["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "UND_ERR_CONNECT_TIMEOUT", "ConnectionRefused"].map((code) => [
    `no connection (${code})`,
    broken(code),
    "POST",
    3,
  ]),
];

const clientOn = ({ createClient }, api, options = {}) =>
  createClient({ accessToken: "token", fetch: api.fetch, retry: fast, ...options });

export const cases = [
  ...table.map(([what, answer, method, requests]) => ({
    name: `${what} to ${method}: ${requests} in all`,
    async run(library) {
      const api = stub(answer);
      const error = await failure(() => calls[method](clientOn(library, api)));
      equal([api.requests.length, error.attempts], [requests, requests]);
      ok(
        api.requests.every(({ body: sent }) => sent === api.requests[0].body),
        "the body is whole every time",
      );
    },
  })),
  {
    name: "what succeeds at last is the result",
    async run(library) {
      const api = stub(failWith(503), failWith(429, { "retry-after": "0" }), json({ id: "1" }));
      equal(await calls.GET(clientOn(library, api)), { id: "1" });
      equal(api.requests.length, 3);
    },
  },
  {
    name: "how often, when and for what can be set, for a client and for a call",
    async run(library) {
      const count = async (options, callOptions, answer = failWith(500)) => {
        const api = stub(answer);
        await calls.GET(clientOn(library, api, options), callOptions).catch(() => 0);
        return api.requests.length;
      };
      equal(await count({ maxRetries: 0 }), 1);
      equal(await count({ maxRetries: 4 }), 5);
      equal(await count({ maxRetries: 4 }, { maxRetries: 1 }), 2);
      equal(await count({}, { retry: { statuses: [404] } }, failWith(404)), 3);
      equal(await count({ retry: { ...fast, methods: [] } }), 1);
      equal(await count({ retry: { ...fast, methods: ["POST"] } }), 1);
      const api = stub(failWith(500));
      await calls.POST(clientOn(library, api, { retry: { ...fast, methods: ["POST"] } })).catch(() => 0);
      equal(api.requests.length, 3, "a method that is said to be safe");
    },
  },
  {
    name: "the wait doubles to its cap, with full jitter",
    async run(library) {
      const waits = [];
      const hooks = { onRetry: ({ delayMs }) => waits.push(delayMs) };
      const options = { maxRetries: 6, retry: { baseMs: 4, capMs: 16 }, hooks };
      for (let round = 0; round < 12; round += 1)
        await calls.GET(clientOn(library, stub(failWith(500)), options)).catch(() => 0);
      const limits = [4, 8, 16, 16, 16, 16];
      waits.forEach((wait, index) => ok(wait >= 0 && wait <= limits[index % 6], `${wait} after ${index % 6}`));
      ok(
        waits.some((wait, index) => wait > limits[index % 6] / 2),
        "some are long",
      );
      ok(
        waits.some((wait, index) => wait < limits[index % 6] / 2),
        "some are short",
      );
    },
  },
  {
    name: "Retry-After, in each of its forms",
    async run(library) {
      const delays = async (value) => {
        const found = [];
        const controller = new AbortController();
        const hooks = {
          onRetry: ({ delayMs }) => {
            found.push(delayMs);
            controller.abort();
          },
        };
        const client = clientOn(library, stub(failWith(429, { "retry-after": value })), {
          hooks,
          retry: { baseMs: 3 },
        });
        const error = await failure(() => calls.GET(client, { signal: controller.signal }));
        return [found[0], error.name];
      };
      equal(await delays("7"), [7000, "AbortError"]);
      equal(await delays("0"), [0, "AbortError"]);
      equal(await delays("60"), [60_000, "AbortError"]);
      equal(await delays(new Date(0).toUTCString()), [0, "AbortError"]);
      const [soon] = await delays(new Date(Date.now() + 30_000).toUTCString());
      ok(soon > 25_000 && soon <= 30_000, `as a date: ${soon}`);
      for (const nonsense of ["-1", "NaN", "1e9", "Infinity", "", "1, 2", "soon"]) {
        const [own] = await delays(nonsense);
        ok(own >= 0 && own <= 3, `${nonsense}: ${own}, a wait of our own`);
      }
      for (const long of ["61", "1000000000", "Tue, 01 Jan 2099 00:00:00 GMT"]) {
        const [none, name] = await delays(long);
        equal([none, name], [undefined, "RateLimitError"], "longer than is waited for: thrown at once");
      }
      const error = await failure(() => calls.GET(clientOn(library, stub(failWith(429, { "retry-after": "61" })))));
      equal(error.retryAfterMs, 61_000);
    },
  },
  {
    name: "a stream is sent once, whatever comes",
    async run({ createClient }) {
      // The document has no streamed body: openapi-fetch's client sends one.
      for (const answer of [failWith(429), failWith(503, { "retry-after": "0" }), broken("ECONNREFUSED")]) {
        const api = stub(answer);
        const { raw } = createClient({ accessToken: "token", fetch: api.fetch, retry: fast });
        const stream = new Blob(["{}"]).stream();
        const call = raw.POST("/ad_accounts/{ad_account_id}/audiences", {
          params: { path: { ad_account_id: "1" } },
          body: stream,
          bodySerializer: (value) => value,
          duplex: "half",
        });
        await call.catch(() => 0);
        equal(api.requests.length, 1);
      }
    },
  },
  {
    name: "an answer that breaks off is a ConnectionError with its status; asked for again only by GET",
    async run(library) {
      const cut = () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              controller.enqueue(new TextEncoder().encode('{"id":'));
              controller.error(new Error("terminated"));
            },
          }),
        );
      for (const [method, requests] of [
        ["GET", 3],
        ["POST", 1],
      ]) {
        const api = stub(cut);
        const error = await failure(() => calls[method](clientOn(library, api)));
        equal([error.name, error.status, api.requests.length], ["ConnectionError", 200, requests]);
        ok(error.cause instanceof Error, "its cause");
      }
    },
  },
  {
    name: "1,000 calls at once under random failures: each ends as it must, none is sent that must not be",
    async run(library) {
      const seed = Math.floor(Math.random() * 2 ** 31);
      let state = seed;
      const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
      const sent = new Map();
      const fetch = async (request) => {
        const key = new URL(request.url).pathname.split("/").at(-1);
        const times = (sent.get(key) ?? 0) + 1;
        sent.set(key, times);
        await new Promise((resolve) => setTimeout(resolve, random() * 3));
        const roll = random();
        if (roll < 0.15) return failWith([500, 502, 503, 504][Math.floor(random() * 4)]);
        if (roll < 0.3) return failWith(429, { "retry-after": "0" });
        if (roll < 0.35) throw new TypeError("fetch failed");
        if (roll < 0.4) return new Response("<html>", { status: 200 });
        return json({ id: key });
      };
      const client = clientOn(library, { fetch });
      const outcomes = await Promise.all(
        Array.from({ length: 1000 }, (_, index) => {
          const args = { ad_account_id: "1", audience_id: String(index) };
          const isRead = index % 2 === 0;
          return (isRead ? client.safe.audiences.get(args) : client.safe.audiences.update({ ...args, body: {} })).then(
            (result) => {
              const times = sent.get(String(index));
              ok(times <= 3, `SEED=${seed}: ${times} requests`);
              if (result.ok) equal(result.data.id, String(index), `SEED=${seed}`);
              else equal(result.error.attempts, times, `SEED=${seed}`);
              const failed = result.ok ? undefined : (result.status ?? result.error.name);
              if (!result.ok && !isRead && [500, 502, 504, "ConnectionError"].includes(failed))
                // What failed last was not repeated; before it only 429 was.
                ok(times <= 3, "");
              return failed ?? "ok";
            },
          );
        }),
      );
      const allowed = new Set(["ok", 429, 500, 502, 503, 504, "ConnectionError", "ResponseParseError"]);
      ok(
        outcomes.every((outcome) => allowed.has(outcome)),
        `SEED=${seed}: ${[...new Set(outcomes)]}`,
      );
      ok(outcomes.filter((outcome) => outcome === "ok").length > 300, "most succeed");
    },
  },
];
