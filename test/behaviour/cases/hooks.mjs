import { equal, failure, ok } from "../assert.mjs";
import { json, stub } from "../stub.mjs";

const ids = { ad_account_id: "549755885175", audience_id: "2542620639259" };
const route = {
  operationId: "audiences_get",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/audiences/{audience_id}",
};
const clientOn = ({ createClient }, api, options = {}) =>
  createClient({ accessToken: "token", fetch: api.fetch, retry: { baseMs: 0 }, ...options });

/** Hooks that remember what they were told. */
const recorder = (told, label = "") =>
  Object.fromEntries(
    ["onRequest", "onResponse", "onRetry", "onError"].map((name) => [
      name,
      (event) => told.push([label + name, event]),
    ]),
  );

export const cases = [
  {
    name: "hooks hear of every attempt, answer, retry and failure, in order",
    async run(library) {
      const told = [];
      const api = stub(json({}, 503), json({ id: "1" }));
      await clientOn(library, api, { hooks: recorder(told) }).audiences.get(ids);
      equal(
        told.map(([name]) => name),
        ["onRequest", "onResponse", "onRetry", "onRequest", "onResponse"],
      );
      const [request, response, retry, , last] = told.map(([, event]) => event);
      equal(request, { ...route, attempt: 1 });
      equal([response.status, response.durationMs >= 0, last.status, last.attempt], [503, true, 200, 2]);
      equal([retry.error.name, retry.delayMs, retry.attempt], ["ServerError", 0, 1]);
      const failed = [];
      await clientOn(library, stub(json({}, 404)), { hooks: recorder(failed) }).safe.audiences.get(ids);
      equal(
        failed.map(([name]) => name),
        ["onRequest", "onResponse", "onError"],
      );
      equal(failed[2][1].error.name, "NotFoundError");
    },
  },
  {
    name: "a call's own hooks come after the client's, and are waited for",
    async run(library) {
      const told = [];
      const slow = {
        onRequest: () => new Promise((resolve) => setTimeout(resolve, 5)).then(() => told.push(["slow"])),
      };
      const client = clientOn(library, stub(json({})), { hooks: slow });
      await client.audiences.get(ids, { hooks: recorder(told, "call ") });
      equal(
        told.map(([name]) => name),
        ["slow", "call onRequest", "call onResponse"],
      );
    },
  },
  {
    name: "a hook that throws ends the call, and safe still does not reject",
    async run(library) {
      const cause = new Error("no more today");
      for (const name of ["onRequest", "onResponse", "onRetry", "onError"]) {
        const api = stub(json({}, 503));
        const hooks = {
          [name]: () => {
            throw cause;
          },
        };
        const { ok: succeeded, error } = await clientOn(library, api, { hooks, maxRetries: 1 }).safe.audiences.get(ids);
        equal([name, succeeded, library.ClientError.is(error), error.cause === cause], [name, false, true, true]);
        equal(api.requests.length, { onRequest: 0, onResponse: 1, onRetry: 1, onError: 2 }[name]);
      }
    },
  },
  {
    name: "the logger is silent by default, and says as much as its level",
    async run(library) {
      const lines = async (logLevel) => {
        const found = [];
        const logger = Object.fromEntries(
          ["error", "warn", "info", "debug"].map((level) => [level, (line) => found.push([level, line])]),
        );
        const api = stub(json({}, 503), json({}, 404));
        await clientOn(library, api, { logger, ...(logLevel && { logLevel }) }).safe.audiences.get(ids);
        return found;
      };
      const levels = async (level) => (await lines(level)).map(([name]) => name);
      equal(await levels(undefined), []);
      equal(await levels("off"), []);
      equal(await levels("error"), ["error"]);
      equal(await levels("warn"), ["warn", "error"]);
      equal(await levels("info"), ["info", "warn", "info", "error"]);
      equal(await levels("debug"), ["debug", "info", "warn", "debug", "info", "error"]);
      ok(
        (await lines("debug")).every(([, line]) => line.includes("audiences_get")),
        "each line names the operation",
      );
    },
  },
  {
    name: "openapi-fetch middleware works on every layer, sees every attempt, and never the token",
    async run(library, functions) {
      const seen = [];
      const shown = [];
      const middleware = {
        onRequest({ request, schemaPath }) {
          seen.push([schemaPath, request.headers.get("authorization")]);
          request.headers.set("x-trace", String(seen.length));
        },
        onResponse({ request, response }) {
          shown.push(request.headers.get("authorization"));
          if (response.status === 418) return json({ id: "mended" });
          return undefined;
        },
      };
      const api = stub(json({}, 503), json({ id: "1" }), json({}, 418));
      const client = clientOn(library, api);
      client.use(middleware);
      equal((await client.audiences.get(ids)).id, "1");
      equal((await client.safe.audiences.get(ids)).data, { id: "mended" });
      equal((await client.raw.GET(route.path, { params: { path: ids } })).data, { id: "mended" });
      equal([seen, shown], [Array(4).fill([route.path, null]), Array(4).fill(null)]);
      equal(
        api.requests.map(({ headers }) => [headers["x-trace"], headers["authorization"]]),
        [
          ["1", "Bearer token"],
          ["2", "Bearer token"],
          ["3", "Bearer token"],
          ["4", "Bearer token"],
        ],
      );
      const transport = functions.createTransport({ fetch: api.fetch });
      transport.use(middleware);
      equal((await functions.audiencesGet(transport, ids)).id, "mended");
    },
  },
  {
    name: "a hook that outlasts the attempt ends it; nothing is sent then",
    async run(library) {
      const api = stub(json({}));
      const hooks = { onRequest: () => new Promise((resolve) => setTimeout(resolve, 40)) };
      const client = clientOn(library, api, { hooks, timeoutMs: 10, maxRetries: 0 });
      const error = await failure(() => client.audiences.get(ids));
      equal([error.name, error.attempts], ["TimeoutError", 0]);
      await new Promise((resolve) => setTimeout(resolve, 60));
      equal(api.requests.length, 0);
    },
  },
  {
    name: "an error of another call, thrown by middleware or a hook, is a cause and no answer of this one",
    async run(library) {
      const told = [];
      const elsewhere = clientOn(library, stub(json({ code: 1 }, 404)));
      const theirs = await failure(() => elsewhere.audiences.list({ ad_account_id: "1" }));
      const fail = () => Promise.reject(theirs);
      const client = clientOn(library, stub(json({})), { hooks: { onResponse: ({ status }) => told.push(status) } });
      client.use({ onRequest: fail });
      const result = await client.safe.audiences.get(ids);
      equal([result.status, result.response, result.error.name], [undefined, undefined, "ClientError"]);
      equal([result.error.cause === theirs, theirs.operationId, told], [true, "audiences_list", []]);
      const hooked = clientOn(library, stub(json({})), { hooks: { onRequest: fail } });
      equal((await hooked.safe.audiences.get(ids)).error.cause === theirs, true);
    },
  },
  {
    // So are credentials put into a query.
    name: "middleware may send a call elsewhere, its body, too, on every attempt",
    async run(library) {
      const api = stub(json({}, 429, { "retry-after": "0" }), json({ id: "1" }));
      const client = clientOn(library, api);
      client.use({ onRequest: ({ request }) => new Request(`${request.url}?key=a%26b`, request) });
      const body = { ad_account_id: ids.ad_account_id, name: "é", rule: {} };
      await client.audiences.update({ ...ids, body });
      equal(
        api.requests.map(({ method, url, body: sent, headers }) => [
          method,
          url.split("?")[1],
          JSON.parse(sent).name,
          headers["content-type"],
        ]),
        Array.from({ length: 2 }, () => ["PATCH", "key=a%26b", "é", "application/json"]),
      );
    },
  },
  {
    name: "middleware may answer by itself; one that throws is a ClientError, not repeated",
    async run(library) {
      const api = stub(json({}));
      const client = clientOn(library, api);
      client.use({ onRequest: () => json({ id: "cached" }) });
      equal([(await client.audiences.get(ids)).id, api.requests.length], ["cached", 0]);
      const cause = new Error("no");
      const other = clientOn(library, api);
      other.use({
        onRequest: () => {
          throw cause;
        },
      });
      const error = await failure(() => other.audiences.get(ids));
      equal([error.name, error.cause === cause, api.requests.length], ["ClientError", true, 0]);
    },
  },
];
