import { equal, failure, ok } from "../assert.mjs";
import { json, stub } from "../stub.mjs";

const ids = { ad_account_id: "549755885175", audience_id: "2542620639259" };
const canary = "CANARY-token-0123456789";
const path = "/ad_accounts/{ad_account_id}/audiences";
const clientOn = ({ createClient }, api, options = {}) =>
  createClient({ accessToken: canary, fetch: api.fetch, retry: { baseMs: 1 }, ...options });

/** An answer of so many bytes, counting how many were asked for. */
const bytes = (total, state = { given: 0 }, status = 200) => {
  const chunk = new TextEncoder().encode(" ".repeat(10_000));
  const body = new ReadableStream({
    pull(controller) {
      if (state.given >= total) return controller.close();
      state.given += chunk.length;
      controller.enqueue(chunk);
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return new Response(body, { status });
};

/** All that a person or a log could see of a value. */
function visible(value, depth = 0) {
  if (depth > 4 || value === null || typeof value !== "object") return String(value);
  const names = [...new Set([...Object.getOwnPropertyNames(value), "message", "stack", "cause", "name"])];
  return names.map((name) => `${name}=${visible(value[name], depth + 1)}`).join(";") + JSON.stringify(value);
}

export const cases = [
  {
    name: "an answer larger than maxResponseBytes is a ResponseTooLargeError; the rest is not read",
    async run(library) {
      for (const status of [200, 400]) {
        const state = { given: 0 };
        const api = { fetch: async () => bytes(10_000_000, state, status) };
        const client = clientOn(library, api, { maxResponseBytes: 100_000 });
        const error = await failure(() => client.audiences.get(ids));
        equal([error.name, error.status, error.attempts], ["ResponseTooLargeError", status, 1]);
        ok(state.given < 200_000 && state.cancelled, `${state.given} bytes were read`);
      }
      const fits = clientOn(library, { fetch: async () => bytes(100_000) }, { maxResponseBytes: 100_000 });
      equal((await failure(() => fits.audiences.get(ids))).name, "ResponseParseError");
    },
  },
  {
    name: "redirects are not followed, and say no more than where to",
    async run(library) {
      for (const status of [301, 302, 303, 307, 308]) {
        const api = stub(json({}, status, { location: "https://elsewhere.example/secret?code=1" }));
        const client = clientOn(library, api);
        const error = await failure(() => client.audiences.get(ids));
        equal([error.name, error.status, api.requests.length], ["RedirectError", status, 1]);
        ok(error.message.includes("https://elsewhere.example") && !error.message.includes("secret"), error.message);
        const { response } = await client.raw.GET(path, { params: { path: { ad_account_id: "1" } } });
        equal(response.status, status);
      }
      // What a browser shows of one.
      const opaque = Object.defineProperties(new Response(null), {
        status: { value: 0 },
        ok: { value: false },
        type: { value: "opaqueredirect" },
      });
      const result = await clientOn(library, { fetch: async () => opaque }).safe.audiences.get(ids);
      equal([result.ok, result.status, result.error.name], [false, undefined, "RedirectError"]);
    },
  },
  {
    name: "credentials go to the base URL's origin, and nowhere else",
    async run(library) {
      const api = stub(json({}));
      const client = clientOn(library, api);
      client.use({
        onRequest: ({ request }) => new Request(request.url.replace("api.pinterest.com", "evil.example"), request),
      });
      await client.audiences.get(ids);
      await client.raw.GET(path, { params: { path: { ad_account_id: "1" } } });
      await clientOn(library, api).raw.GET(path, {
        params: { path: { ad_account_id: "1" } },
        baseUrl: "https://api.pinterest.com.evil.example",
      });
      for (const { url, headers } of api.requests) {
        ok(url.includes("evil.example"), url);
        equal(headers["authorization"], undefined, url);
      }
    },
  },
  {
    name: "a path argument that is a URL stays a segment; a bookmark is one value, whatever it holds",
    async run(library) {
      const api = stub(json({ items: [] }));
      const client = clientOn(library, api);
      await client.audiences.get({ ad_account_id: "https://evil.example/", audience_id: "//evil.example" });
      for (const bookmark of [
        "a&page_size=1",
        "../../x",
        "x".repeat(100_000),
        "__proto__",
        "https://evil.example/?a=b#c",
      ]) {
        await client.audiences.list({ ad_account_id: "1", bookmark });
        equal([...new URL(api.requests.at(-1).url).searchParams], [["bookmark", bookmark]]);
      }
      ok(
        api.requests.every(({ url }) => new URL(url).origin === "https://api.pinterest.com"),
        "the origin",
      );
      const result = await client.safe.audiences.list({ ad_account_id: "1", bookmark: { a: 1 } });
      equal([result.error.name, result.error.argument], ["InvalidArgumentError", "bookmark"]);
    },
  },
  {
    name: "no secret in anything that can be seen: errors, their causes, the client, the transport, log lines, events",
    async run(library, functions) {
      const seen = [];
      const logger = Object.fromEntries(
        ["error", "warn", "info", "debug"].map((level) => [level, (...line) => seen.push(line)]),
      );
      const hooks = Object.fromEntries(
        ["onRequest", "onResponse", "onRetry", "onError"].map((name) => [name, (event) => seen.push(event)]),
      );
      const leaky = () => {
        const error = new TypeError(`failed with ${canary}`);
        return Promise.reject(Object.assign(error, { stack: `${canary} at x` }));
      };
      const answers = [
        json({ code: 1, message: `bad token ${canary}`, token: canary }, 401),
        json({ code: 1, message: canary }, 500),
        new Response(`<html>${canary}</html>`, { status: 200 }),
        new Response(canary, { status: 403 }),
        leaky,
      ];
      for (const answer of answers) {
        const options = { logger, logLevel: "debug", hooks, maxRetries: 1 };
        const client = clientOn(library, stub(answer), options);
        const error = await failure(() => client.audiences.get(ids));
        seen.push(error, await failure(() => client.audiences.get(ids)), client, client.raw, client.safe);
        const raw = await client.raw.GET(path, { params: { path: { ad_account_id: "1" } } }).catch((thrown) => thrown);
        if (raw instanceof Error) seen.push(raw);
        seen.push(functions.createTransport({ accessToken: canary, fetch: stub(answer).fetch }));
      }
      ok(seen.length > 30, `${seen.length} things were looked at`);
      for (const thing of seen) ok(!visible(thing).includes(canary), visible(thing).slice(0, 300));
    },
  },
  {
    name: "a client is no promise, and makes no JSON",
    async run(library) {
      const client = clientOn(library, stub(json({})));
      equal(
        [(await client) === client, JSON.stringify(client).includes(canary), "then" in client],
        [true, false, false],
      );
    },
  },
  {
    name: "a token with a line break, a NUL or other alphabets is refused without being repeated",
    async run({ createClient }) {
      for (const bad of [`${canary}\r\nX: 1`, `${canary}\n`, `${canary}\0`, `${canary}é`]) {
        const error = await failure(() => createClient({ accessToken: bad }));
        ok(error.name === "InvalidArgumentError" && !visible(error).includes(canary), visible(error));
        const later = await failure(() =>
          createClient({ accessToken: () => bad, fetch: stub(json({})).fetch }).audiences.get(ids),
        );
        ok(later.name === "InvalidArgumentError" && !visible(later).includes(canary), visible(later));
      }
    },
  },
  {
    name: "answers without a body: 204, 205, 304, an empty 200",
    async run(library) {
      for (const status of [204, 205, 304]) {
        const result = await clientOn(library, stub(new Response(null, { status }))).safe.audiences.get(ids);
        equal([result.ok, result.status, result.data], [true, status, undefined]);
      }
      equal(await clientOn(library, stub(new Response(""))).audiences.get(ids), undefined);
    },
  },
  {
    name: "options that can't work are refused, each by its name",
    async run({ createClient }) {
      for (const baseUrl of [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//x",
        "data:,x",
        "http://10.0.0.1",
        "https://x/#a",
      ])
        equal((await failure(() => createClient({ baseUrl }))).argument, "baseUrl");
      equal((await failure(() => createClient({ headers: { "X-A": "a\r\nb" } }))).argument, "headers");
    },
  },
  {
    name: "raw: an answer larger than maxResponseBytes",
    // It says so with an error of its own, in place of that of a stream.
    browser: false,
    async run(library) {
      const api = { fetch: async () => bytes(10_000_000) };
      const { raw } = clientOn(library, api, { maxResponseBytes: 100_000 });
      const error = await failure(() => raw.GET(path, { params: { path: { ad_account_id: "1" } } }));
      equal(error.name, "ResponseTooLargeError");
    },
  },
];
