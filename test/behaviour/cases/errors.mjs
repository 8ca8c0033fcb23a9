import { equal, failure, ok } from "../assert.mjs";
import { json, stub } from "../stub.mjs";

const ids = { ad_account_id: "549755885175", audience_id: "2542620639259" };
const said = { code: 7, message: "It says why." };
const classes = [
  [400, "BadRequestError"],
  [401, "AuthenticationError"],
  [403, "PermissionError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
  [422, "ValidationError"],
  [429, "RateLimitError"],
  [500, "ServerError"],
  [503, "ServerError"],
  [418, "ApiError"],
  [302, "RedirectError"],
];

const get = (client) => client.audiences.get(ids);
const clientOn = ({ createClient }, ...answers) =>
  createClient({ accessToken: "secret-token", fetch: stub(...answers).fetch });

export const cases = [
  ...classes.map(([status, name]) => ({
    name: `${status} is a ${name}, thrown and as a result`,
    async run(library) {
      const headers = {
        "x-request-id": "r-1",
        ...(status === 302 ? { location: "https://elsewhere.example/path?q=1" } : {}),
      };
      const client = clientOn(library, json(said, status, headers));
      const error = await failure(() => get(client));
      equal([error.name, error.status, error.body], [name, status, said]);
      equal(
        [error.operationId, error.method, error.path, error.requestId],
        ["audiences_get", "GET", "/ad_accounts/{ad_account_id}/audiences/{audience_id}", "r-1"],
      );
      ok(error instanceof library[name] && error instanceof library.ApiError, "its classes");
      ok(error instanceof library.ClientError && error instanceof Error, "its bases");
      ok(library.ClientError.is(error) && library.ApiError.is(error), "is");
      ok(
        status === 302 ? error.message.includes("https://elsewhere.example") : error.message.includes("It says why."),
        error.message,
      );
      ok(!error.message.includes("q=1") && !error.message.includes(ids.audience_id), "no values in a message");
      const result = await client.safe.audiences.get(ids);
      equal([result.ok, result.status, result.error.name, result.error.body], [false, status, name, said]);
      ok(result.response instanceof Response, "its response");
    },
  })),
  {
    name: "an error in HTML, an empty one, one that is cut off",
    async run(library) {
      const html = new Response("<html>no</html>", { status: 502, headers: { "content-type": "text/html" } });
      const cut = new Response('{"code": 7, "mess', { status: 500, headers: { "content-type": "application/json" } });
      const client = clientOn(library, html, new Response(null, { status: 500 }), cut);
      equal((await failure(() => get(client))).body, "<html>no</html>");
      equal((await failure(() => get(client))).body, undefined);
      equal((await failure(() => get(client))).body, '{"code": 7, "mess');
    },
  },
  {
    name: "a 200 that is not what it says is a ResponseParseError, with its status",
    async run(library) {
      const cut = new Response('{"id": "25', { headers: { "content-type": "application/json" } });
      const page = new Response("<html>log in</html>", { headers: { "content-type": "text/html" } });
      for (const answer of [cut, page]) {
        const client = clientOn(library, answer);
        const error = await failure(() => get(client));
        equal([error.name, error.status], ["ResponseParseError", 200]);
        const result = await client.safe.audiences.get(ids);
        equal([result.ok, result.status, result.error.name], [false, undefined, "ResponseParseError"]);
      }
    },
  },
  {
    name: "an empty 200 and a 204 give undefined",
    async run(library) {
      for (const answer of [
        new Response(null, { status: 204 }),
        new Response("", { headers: { "content-type": "application/json" } }),
      ])
        equal(await get(clientOn(library, answer)), undefined);
    },
  },
  {
    name: "no connection is a ConnectionError with its cause, never a rejection of safe",
    async run(library) {
      const cause = new TypeError("fetch failed");
      const client = library.createClient({ accessToken: "t", fetch: () => Promise.reject(cause) });
      const error = await failure(() => get(client));
      equal([error.name, error.cause === cause], ["ConnectionError", true]);
      const result = await client.safe.audiences.get(ids);
      equal(
        [result.ok, result.status, result.error.name, result.response],
        [false, undefined, "ConnectionError", undefined],
      );
    },
  },
  {
    name: "an abort is an AbortError with the caller's reason",
    async run(library) {
      const client = clientOn(library, json({}));
      const reason = new Error("enough");
      const error = await failure(() => client.audiences.get(ids, { signal: AbortSignal.abort(reason) }));
      equal([error.name, error.cause === reason], ["AbortError", true]);
      const controller = new AbortController();
      const slow = ({ signal }) =>
        new Promise((_resolve, reject) => {
          if (signal.aborted) reject(signal.reason);
          signal.addEventListener("abort", () => reject(signal.reason));
        });
      const pending = library
        .createClient({ accessToken: "t", fetch: slow })
        .safe.audiences.get(ids, { signal: controller.signal });
      await new Promise((resolve) => setTimeout(resolve, 5));
      controller.abort(reason);
      equal((await pending).error.name, "AbortError");
    },
  },
  {
    name: "no secret in an error, however it is printed",
    async run(library) {
      const echo = json({ code: 1, message: "bad token secret-token" }, 401);
      const error = await failure(() => get(clientOn(library, echo)));
      for (const text of [error.message, error.stack, String(error), JSON.stringify({ ...error, body: null })])
        ok(!text.includes("secret-token"), text);
    },
  },
  {
    name: "retry-after, in seconds and as a date",
    async run(library) {
      const date = new Date(Date.now() + 30_000).toUTCString();
      const client = clientOn(
        library,
        json(said, 429, { "retry-after": "7" }),
        json(said, 429, { "retry-after": date }),
        json(said, 429),
      );
      equal((await failure(() => get(client))).retryAfterMs, 7000);
      const wait = (await failure(() => get(client))).retryAfterMs;
      ok(wait > 25_000 && wait <= 30_000, String(wait));
      equal((await failure(() => get(client))).retryAfterMs, undefined);
    },
  },
];
