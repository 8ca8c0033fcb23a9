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
  createClient({ accessToken: "secret-token", fetch: stub(...answers).fetch, maxRetries: 0 });

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
      ok(library.ClientError.is(error) && library.ApiError.is(error) && library[name].is(error), "is");
      ok(!library.TimeoutError.is(error) && (name === "ConflictError" || !library.ConflictError.is(error)), "is not");
      equal([error.attempts, `${error}`.startsWith(`${name}: audiences_get: GET /ad_accounts/`)], [1, true]);
      ok(
        status === 302 ? error.message.includes("https://elsewhere.example") : error.message.includes("It says why."),
        error.message,
      );
      ok(!error.message.includes("q=1") && !error.message.includes(ids.audience_id), "no values in a message");
      const result = await client.safe.audiences.get(ids);
      equal([result.ok, result.status, result.error.name, result.error.body], [false, status, name, said]);
      ok(result.response instanceof Response && result.response === result.error.response, "its response");
      ok(!Object.keys(error).includes("response") && error.headers.get("x-request-id") === "r-1", "its headers");
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
    name: "a 200 that is not JSON is a ResponseParseError with its status, request id and beginning; it is not asked for again",
    async run({ createClient }) {
      const headers = { "x-request-id": "r-2" };
      const cut = new Response('{"id": "25', { headers: { "content-type": "application/json", ...headers } });
      const page = new Response("<html>log in</html>", { headers: { "content-type": "text/html", ...headers } });
      const deep = new Response("[".repeat(200_000), { headers });
      for (const answer of [cut, page, deep]) {
        const api = stub(answer);
        const client = createClient({ accessToken: "secret-token", fetch: api.fetch });
        const error = await failure(() => get(client));
        equal([error.name, error.status, error.requestId, error.attempts], ["ResponseParseError", 200, "r-2", 1]);
        ok(
          error.message.length < 600 && (answer !== page || error.message.includes("text/html: <html>log in")),
          error.message,
        );
        const result = await client.safe.audiences.get(ids);
        equal([result.ok, result.status, result.error.name], [false, undefined, "ResponseParseError"]);
        ok(result.response instanceof Response, "its response");
      }
    },
  },
  {
    name: "JSON under any content type, and with what is dangerous elsewhere, is data",
    async run(library) {
      for (const type of ["text/plain", "application/vnd.api+json", undefined]) {
        const text = '{"id":"900719925474099300001","__proto__":{"polluted":1},"constructor":1,"toJSON":2}';
        const data = await get(
          clientOn(library, new Response(text, { headers: type ? { "content-type": type } : {} })),
        );
        equal([data.id, Object.hasOwn(data, "__proto__"), {}.polluted], ["900719925474099300001", true, undefined]);
      }
    },
  },
  {
    name: "an error is known in another copy of the package",
    async run(library) {
      const error = await failure(() => get(clientOn(library, json(said, 404))));
      // What another copy makes: the same classes, none of them ours.
      class Base extends Error {
        isClientError = true;
        get name() {
          return "ClientError";
        }
      }
      class Api extends Base {
        get name() {
          return "ApiError";
        }
      }
      class Other extends Api {
        get name() {
          return "NotFoundError";
        }
      }
      for (const other of [error, new Other("x")]) {
        equal(
          ["ClientError", "ApiError", "NotFoundError", "ConflictError", "ConnectionError"].map((name) =>
            library[name].is(other),
          ),
          [true, true, true, false, false],
        );
      }
      for (const none of [undefined, null, 0, "x", {}, new Error("x"), { name: "ApiError" }])
        ok(!library.ClientError.is(none), String(none));
    },
  },
  {
    name: "an error body of any kind: no crash, a message of bounded length",
    async run(library) {
      const bodies = ["[1]", "null", "7", '{"message":{}}', '"text"', JSON.stringify({ message: "m".repeat(1e5) })];
      for (const body of bodies) {
        const error = await failure(() => get(clientOn(library, new Response(body, { status: 400 }))));
        equal([error.name, JSON.stringify(error.body) === body || body === "null"], ["BadRequestError", true]);
        ok(error.message.length < 1200, String(error.message.length));
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
      const client = library.createClient({ accessToken: "t", fetch: () => Promise.reject(cause), maxRetries: 0 });
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
