import { equal, failure, ok } from "../assert.mjs";
import { json, stub } from "../stub.mjs";

const ids = { ad_account_id: "549755885175", audience_id: "2542620639259" };
const route = "/ad_accounts/{ad_account_id}/audiences";
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A `fetch` that never answers, but is ended by its signal as the real one is. */
const hanging = () => {
  const state = { requests: 0, ended: 0 };
  const fetch = (_request, { signal }) =>
    new Promise((_resolve, reject) => {
      state.requests += 1;
      signal.addEventListener("abort", () => {
        state.ended += 1;
        reject(signal.reason);
      });
    });
  return { fetch, state };
};

/** An answer whose body comes a byte at a time, for ever. */
const dripping = (ms) => () =>
  new Response(
    new ReadableStream({
      async pull(controller) {
        await sleep(ms);
        controller.enqueue(new TextEncoder().encode(" "));
      },
    }),
  );

/** A signal that counts its listeners. */
const watched = () => {
  const controller = new AbortController();
  const listeners = new Set();
  const { signal } = controller;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args) => (listeners.add(args[1]), add(...args));
  signal.removeEventListener = (...args) => (listeners.delete(args[1]), remove(...args));
  return { controller, signal, count: () => listeners.size };
};

const clientOn = ({ createClient }, api, options = {}) =>
  createClient({ accessToken: "token", fetch: api.fetch, retry: { baseMs: 1 }, ...options });

export const cases = [
  {
    name: "an attempt that takes longer than timeoutMs is a TimeoutError, repeated where that is safe",
    async run(library) {
      const api = hanging();
      const error = await failure(() => clientOn(library, api, { timeoutMs: 15 }).audiences.get(ids));
      equal([error.name, error.attempts, api.state.requests, api.state.ended], ["TimeoutError", 3, 3, 3]);
      ok(library.ConnectionError.is(error) && error instanceof library.ConnectionError, "it is a ConnectionError");
      const post = hanging();
      const client = clientOn(library, post, { timeoutMs: 15 });
      const result = await client.safe.audiences.update({ ...ids, body: {} });
      equal([result.status, result.error.name, post.state.requests], [undefined, "TimeoutError", 1]);
    },
  },
  {
    name: "the timeout covers the body: an answer that drips for ever ends",
    async run(library) {
      const start = performance.now();
      const client = clientOn(library, stub(dripping(5)), { timeoutMs: 40, maxRetries: 0 });
      equal((await failure(() => client.audiences.get(ids))).name, "TimeoutError");
      ok(performance.now() - start < 1000, "in time");
    },
  },
  {
    name: "a fetch that does not listen to its signal does not hold a call",
    async run(library) {
      const client = clientOn(library, { fetch: () => new Promise(() => {}) }, { timeoutMs: 15, maxRetries: 0 });
      equal((await failure(() => client.audiences.get(ids))).name, "TimeoutError");
    },
  },
  {
    name: "an answer that comes too late, to a fetch that does not listen, is not read",
    async run(library) {
      let isCancelled = false;
      const body = { cancel: () => (isCancelled = true) };
      const late = () => sleep(30).then(() => new Response(new ReadableStream(body)));
      const client = clientOn(library, { fetch: late }, { timeoutMs: 10, maxRetries: 0 });
      equal((await failure(() => client.audiences.get(ids))).name, "TimeoutError");
      await sleep(60);
      ok(isCancelled, "cancelled");
    },
  },
  {
    name: "timeoutMs can be set for a call, and switched off",
    async run(library) {
      const slow = { fetch: () => sleep(40).then(() => json({ id: "1" })) };
      const client = clientOn(library, slow, { timeoutMs: 10, maxRetries: 0 });
      equal((await failure(() => client.audiences.get(ids))).name, "TimeoutError");
      equal((await client.audiences.get(ids, { timeoutMs: 5000 })).id, "1");
      equal((await client.audiences.get(ids, { timeoutMs: false })).id, "1");
    },
  },
  {
    name: "the deadline ends a call with all its attempts and waits",
    async run(library) {
      const api = hanging();
      const start = performance.now();
      const client = clientOn(library, api, { timeoutMs: 20, maxRetries: 1000, deadlineMs: 90 });
      equal((await failure(() => client.audiences.get(ids))).name, "TimeoutError");
      ok(performance.now() - start < 1000 && api.state.requests > 1, `${api.state.requests} requests`);
      const busy = stub(json({ code: 8, message: "busy" }, 429, { "retry-after": "30" }));
      const error = await failure(() => clientOn(library, busy).audiences.get(ids, { deadlineMs: 200 }));
      equal([error.name, busy.requests.length], ["RateLimitError", 1], "a wait past the deadline is not begun");
    },
  },
  {
    name: "numbers that can't be a time or a count are refused",
    async run({ createClient }) {
      for (const name of ["timeoutMs", "deadlineMs", "maxRetries", "maxResponseBytes"]) {
        for (const value of [-1, Number.NaN, "x", {}, null]) {
          const error = await failure(() => createClient({ [name]: value }));
          equal([error.name, error.argument], ["InvalidArgumentError", name]);
        }
      }
      const api = stub(json({}));
      const client = createClient({ fetch: api.fetch });
      equal((await failure(() => client.audiences.get(ids, { timeoutMs: -1 }))).name, "InvalidArgumentError");
      equal((await failure(() => createClient({ retry: { baseMs: -1 } }))).argument, "baseMs");
      equal(api.requests.length, 0);
    },
  },
  {
    name: "aborted before: nothing is sent, the reason is the cause",
    async run(library) {
      const api = stub(json({}));
      const reason = new Error("enough");
      const error = await failure(() =>
        clientOn(library, api).audiences.get(ids, { signal: AbortSignal.abort(reason) }),
      );
      equal([error.name, error.cause === reason, error.attempts, api.requests.length], ["AbortError", true, 0, 0]);
    },
  },
  {
    name: "aborted while it is asked, while it is read, while it waits: at once, and no attempt after",
    async run(library) {
      const busy = () => stub(json({ code: 8, message: "busy" }, 503, { "retry-after": "50" }));
      for (const [what, api] of [
        ["asked", hanging()],
        ["read", stub(dripping(1))],
        ["waits", busy()],
      ]) {
        const { controller, signal, count } = watched();
        const reason = new Error(what);
        const pending = clientOn(library, api).safe.audiences.get(ids, { signal });
        await sleep(25);
        const start = performance.now();
        controller.abort(reason);
        const { ok: succeeded, error } = await pending;
        equal([what, succeeded, error.name, error.cause === reason], [what, false, "AbortError", true]);
        ok(performance.now() - start < 50, "at once");
        const requests = api.requests?.length ?? api.state.requests;
        await sleep(20);
        equal(
          [api.requests?.length ?? api.state.requests, count()],
          [requests, 0],
          "no more requests, no listener left",
        );
      }
    },
  },
  {
    name: "no listener is left behind by a call that succeeds, or fails",
    async run(library) {
      const { signal, count } = watched();
      await clientOn(library, stub(json({}))).audiences.get(ids, { signal });
      await clientOn(library, stub(json({}, 500))).safe.audiences.get(ids, { signal });
      equal(count(), 0);
    },
  },
  {
    name: "raw: timeouts and aborts",
    async run(library) {
      const path = { params: { path: { ad_account_id: "1" } } };
      const list = (client, init) => client.raw.GET("/ad_accounts/{ad_account_id}/audiences", { ...path, ...init });
      const options = { timeoutMs: 20, maxRetries: 1 };
      const api = hanging();
      equal((await failure(() => list(clientOn(library, api, options)))).name, "TimeoutError");
      equal([api.state.requests, api.state.ended], [2, 2]);
      const controller = new AbortController();
      const pending = failure(() => list(clientOn(library, hanging()), { signal: controller.signal }));
      controller.abort(new Error("enough"));
      equal((await pending).name, "AbortError");
    },
  },
  {
    name: "raw: an answer that never pauses ends in time, too",
    async run(library) {
      const endless = () =>
        new Response(
          new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(10)) }, { highWaterMark: 0 }),
        );
      const client = clientOn(library, { fetch: async () => endless() }, { timeoutMs: 30, maxResponseBytes: 1e9 });
      const start = performance.now();
      const { data } = await client.raw.GET(route, { params: { path: { ad_account_id: "1" } }, parseAs: "stream" });
      const reader = data.getReader();
      const read = async () => {
        while (performance.now() - start < 2000) await reader.read();
      };
      equal((await failure(read)).name, "TimeoutError");
    },
  },
  {
    name: "raw: no body is left open when a call ends before it is read",
    async run(library) {
      const cancelled = [];
      const open = (status) => () =>
        new Response(new ReadableStream({ cancel: () => void cancelled.push(status) }), {
          status,
          headers: { "retry-after": "5" },
        });
      const get = (client, options) =>
        failure(() => client.raw.GET(route, { params: { path: { ad_account_id: "1" } }, ...options }));
      const hooks = {
        onResponse() {
          throw new Error("no");
        },
      };
      equal((await get(clientOn(library, { fetch: async () => open(200)() }, { hooks }))).name, "ClientError");
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 20);
      const waiting = clientOn(library, { fetch: async () => open(503)() });
      equal((await get(waiting, { signal: controller.signal })).name, "AbortError");
      equal(cancelled, [200, 503]);
    },
  },
  {
    name: "a fetch that passes a copy of its init on is ended, too",
    async run(library) {
      const api = hanging();
      const fetch = (request, init) => api.fetch(request, { ...init });
      const client = clientOn(library, { fetch }, { timeoutMs: 15, maxRetries: 0 });
      equal([(await failure(() => client.audiences.get(ids))).name, api.state.ended], ["TimeoutError", 1]);
    },
  },
  {
    name: "no time at all: nothing is sent",
    async run(library) {
      const api = stub(json({}));
      const error = await failure(() => clientOn(library, api, { timeoutMs: 0, maxRetries: 0 }).audiences.get(ids));
      equal([error.name, api.requests.length], ["TimeoutError", 0]);
    },
  },
  {
    name: "raw: the timeout covers the body",
    // It says so with an error of its own, in place of that of a stream.
    browser: false,
    async run(library) {
      const client = clientOn(library, stub(dripping(3)), { timeoutMs: 20, maxRetries: 1 });
      const path = { params: { path: { ad_account_id: "1" } } };
      equal((await failure(() => client.raw.GET("/ad_accounts/{ad_account_id}/audiences", path))).name, "TimeoutError");
    },
  },
];
