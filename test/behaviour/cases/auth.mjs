import { equal, failure, ok } from "../assert.mjs";
import { json, stub } from "../stub.mjs";

const ids = { ad_account_id: "549755885175", audience_id: "2542620639259" };
const refused = () => json({ code: 2, message: "Authentication failed." }, 401);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** An API that takes one token at a time, and a token endpoint that rotates refresh tokens. Everything is counted. */
function world({ expiresIn = 3600, answer = (tokens) => json(tokens), delay = 0 } = {}) {
  const state = { access: undefined, refresh: "refresh-token-0", refreshes: 0, calls: 0, forms: [], basics: [] };
  const api = async (request) => {
    state.calls += 1;
    await sleep(0);
    return request.headers.get("authorization") === `Bearer ${state.access}` ? json({ id: "1" }) : refused();
  };
  const endpoint = async (request) => {
    const form = new URLSearchParams(await request.text());
    state.forms.push(Object.fromEntries(form));
    state.basics.push(request.headers.get("authorization"));
    await sleep(delay);
    if (form.get("grant_type") === "refresh_token" && form.get("refresh_token") !== state.refresh)
      return json({ error: "invalid_grant", error_description: `unknown ${form.get("refresh_token")}` }, 400);
    state.refreshes += 1;
    state.access = `access-token-${state.refreshes}`;
    state.refresh = `refresh-token-${state.refreshes}`;
    return answer({
      access_token: state.access,
      token_type: "bearer",
      expires_in: expiresIn,
      refresh_token: state.refresh,
      scope: "ads:read",
    });
  };
  return { state, api, endpoint };
}

const secrets = { clientId: "client-id", clientSecret: "client-secret-value", refreshToken: "refresh-token-0" };

function clientOn({ createClient, oauth2RefreshToken }, { api, endpoint }, more = {}, options = {}) {
  const auth = oauth2RefreshToken({ ...secrets, fetch: endpoint, ...more });
  return createClient({ auth, fetch: api, retry: { baseMs: 1 }, ...options });
}

export const cases = [
  {
    name: "a refresh token gives the access token, asked for once for any number of calls",
    async run(library) {
      const { state, ...ends } = world({ delay: 5 });
      const client = clientOn(library, ends);
      equal(state.refreshes, 0, "nothing is asked before the first call");
      const all = await Promise.all(Array.from({ length: 50 }, () => client.audiences.get(ids)));
      equal([all.length, state.refreshes, state.calls], [50, 1, 50]);
      equal(state.forms, [{ grant_type: "refresh_token", refresh_token: "refresh-token-0" }]);
      equal(state.basics, [`Basic ${btoa("client-id:client-secret-value")}`]);
    },
  },
  {
    name: "the token endpoint is the document's, or the caller's",
    async run(library) {
      const { state, ...ends } = world();
      const urls = [];
      const endpoint = (request) => (urls.push(request.url), ends.endpoint(request));
      await clientOn(library, { ...ends, endpoint }).audiences.get(ids);
      state.refresh = "refresh-token-0";
      await clientOn(library, { ...ends, endpoint }, { tokenUrl: "https://login.example/token" }).audiences.get(ids);
      equal(urls, ["https://api.pinterest.com/v5/oauth/token", "https://login.example/token"]);
      for (const tokenUrl of ["http://login.example/token", "login", "https://u:p@login.example"])
        equal((await failure(() => clientOn(library, ends, { tokenUrl }))).argument, "tokenUrl");
    },
  },
  {
    name: "rotated tokens are handed over before anyone goes on, and used next",
    async run(library) {
      const { state, ...ends } = world();
      const kept = [];
      const onTokens = async (tokens) => {
        equal(state.calls, kept.length * 2, "nobody went on");
        await sleep(5);
        kept.push(tokens);
      };
      const client = clientOn(library, ends, { onTokens });
      await Promise.all([client.audiences.get(ids), client.audiences.get(ids)]);
      equal(kept, [
        { accessToken: "access-token-1", refreshToken: "refresh-token-1", expiresIn: 3600, scope: "ads:read" },
      ]);
    },
  },
  {
    name: "a token is renewed early: five minutes before its end, or a tenth of a short life",
    async run(library) {
      for (const [expiresIn, fresh, early] of [
        [3600, 3299, 3301],
        [60, 53, 55],
      ]) {
        let seconds = 0;
        const { state, ...ends } = world({ expiresIn });
        const client = clientOn(library, ends, { now: () => seconds * 1000 });
        await client.audiences.get(ids);
        seconds = fresh;
        await client.audiences.get(ids);
        equal(state.refreshes, 1);
        seconds = early;
        await client.audiences.get(ids);
        equal([state.refreshes, state.forms[1].refresh_token], [2, "refresh-token-1"]);
      }
    },
  },
  {
    name: "a 401 is answered by one new token and one more request, however many calls get one",
    async run(library) {
      const { state, ...ends } = world({ delay: 3 });
      const client = clientOn(library, ends, {}, { maxRetries: 0 });
      await client.audiences.get(ids);
      state.access = "revoked";
      const before = state.calls;
      const all = await Promise.all(
        Array.from({ length: 20 }, () => client.safe.audiences.update({ ...ids, body: {} })),
      );
      equal([all.every(({ ok: fine }) => fine), state.refreshes, state.calls - before], [true, 2, 40]);
    },
  },
  {
    name: "a 401 that stays is an AuthenticationError after the second request: never a loop",
    async run(library) {
      const { state, ...ends } = world();
      const client = clientOn(library, { ...ends, api: () => ((state.calls += 1), refused()) });
      const error = await failure(() => client.audiences.get(ids));
      equal([error.name, error.attempts, state.calls, state.refreshes], ["AuthenticationError", 2, 2, 2]);
      const fixed = stub(refused());
      const plain = library.createClient({ accessToken: "a-token-of-its-own", fetch: fixed.fetch });
      equal([(await failure(() => plain.audiences.get(ids))).name, fixed.requests.length], ["AuthenticationError", 1]);
    },
  },
  {
    name: "a caller who aborts while a token is fetched sends nothing",
    async run(library) {
      const api = stub({ status: 200 });
      const controller = new AbortController();
      const accessToken = () => sleep(30).then(() => "a-token-of-its-own");
      const client = library.createClient({ accessToken, fetch: api.fetch });
      setTimeout(() => controller.abort(), 5);
      const { error } = await client.safe.audiences.get(ids, { signal: controller.signal });
      await sleep(50);
      equal([error.name, api.requests.length], ["AbortError", 0]);
    },
  },
  {
    name: "a provider that fails by another call's error: no status of this one; each waiting call has an error of its own",
    async run(library) {
      const elsewhere = library.createClient({ fetch: stub(refused()).fetch });
      const pending = failure(() => elsewhere.audiences.list({ ad_account_id: "1" })).then((error) => {
        throw error;
      });
      pending.catch(() => undefined);
      const client = library.createClient({ auth: { getToken: () => pending }, fetch: stub(refused()).fetch });
      const [one, other] = await Promise.all([
        client.safe.audiences.get(ids),
        client.safe.audiences.update({ ...ids, body: {} }),
      ]);
      equal([one.status, one.response, one.error.name], [undefined, undefined, "AuthError"]);
      equal([one.error.operationId, other.error.operationId], ["audiences_get", "audiences_update"]);
      equal([one.error.cause.status, one.error.cause.operationId], [401, "audiences_list"]);
    },
  },
  {
    name: "a caller who aborts does not end the renewal for others",
    async run(library) {
      const { state, ...ends } = world({ delay: 15 });
      const client = clientOn(library, ends);
      const controller = new AbortController();
      const first = client.safe.audiences.get(ids, { signal: controller.signal });
      const second = client.safe.audiences.get(ids);
      await sleep(3);
      controller.abort();
      equal([(await first).error.name, (await second).ok, state.refreshes], ["AbortError", true, 1]);
    },
  },
  {
    name: "a token endpoint that refuses, babbles or fails: an AuthError without a secret, no loop, nothing sent to the API",
    async run(library) {
      const answers = [
        [() => json({ error: "invalid_grant", error_description: "refresh-token-0" }, 400), 400, 1],
        [() => new Response("<html>refresh-token-0</html>", { status: 200 }), 200, 1],
        [() => json({ access_token: "" }), 200, 1],
        [() => json([]), 200, 1],
        [() => json({}, 500), 500, 1],
        [() => json({}, 302, { location: "https://elsewhere.example" }), 302, 1],
        [() => Promise.reject(new TypeError("client-secret-value refresh-token-0")), undefined, 1],
      ];
      for (const [endpoint, status, requests] of answers) {
        const asked = stub(endpoint);
        const api = stub(json({}));
        const client = clientOn(library, { api: api.fetch, endpoint: asked.fetch });
        const error = await failure(() => client.audiences.get(ids));
        equal(
          [error.name, error.status, asked.requests.length, api.requests.length],
          ["AuthError", status, requests, 0],
        );
        for (let cause = error; cause; cause = cause.cause)
          for (const secret of Object.values(secrets).slice(1).concat(btoa("client-id:client-secret-value")))
            ok(![cause.message, cause.stack, JSON.stringify(cause)].join().includes(secret), cause.message);
      }
    },
  },
  {
    name: "expires_in that is negative or none: no loop",
    async run(library) {
      const { state, ...ends } = world({ expiresIn: -1 });
      const client = clientOn(library, ends);
      await client.audiences.get(ids);
      equal([state.refreshes, state.calls], [1, 1]);
      const endless = world({ expiresIn: undefined });
      const other = clientOn(library, endless);
      await other.audiences.get(ids);
      await other.audiences.get(ids);
      equal(endless.state.refreshes, 1);
    },
  },
  {
    name: "onTokens that fails is an AuthError; the rotated token is not lost",
    async run(library) {
      const { state, ...ends } = world();
      let fails = true;
      const onTokens = () => {
        if (fails) throw new Error("the disk is full");
      };
      const client = clientOn(library, ends, { onTokens });
      const error = await failure(() => client.audiences.get(ids));
      equal([error.name, error.cause.message], ["AuthError", "the disk is full"]);
      fails = false;
      equal((await client.audiences.get(ids)).id, "1");
      equal(state.forms[1].refresh_token, "refresh-token-1");
    },
  },
  {
    name: "client credentials, with scopes",
    async run({ createClient, clientCredentials }) {
      const { state, ...ends } = world();
      const auth = clientCredentials({ ...secrets, fetch: ends.endpoint, scopes: ["ads:read", "ads:write"] });
      equal((await createClient({ auth, fetch: ends.api }).audiences.get(ids)).id, "1");
      equal(state.forms, [{ grant_type: "client_credentials", scope: "ads:read ads:write" }]);
      equal((await failure(() => clientCredentials({ clientId: "", clientSecret: "x" }))).argument, "clientId");
    },
  },
  {
    name: "a provider of one's own; a function that fails",
    async run({ createClient }) {
      const asked = [];
      const getToken = ({ refused: old }) => (asked.push(old), old === undefined ? "first-token" : "second-token");
      const api = stub(refused(), json({ id: "1" }));
      equal((await createClient({ auth: { getToken }, fetch: api.fetch }).audiences.get(ids)).id, "1");
      equal(asked, [undefined, "first-token"]);
      equal(
        api.requests.map(({ headers }) => headers["authorization"]),
        ["Bearer first-token", "Bearer second-token"],
      );
      const cause = new Error("no token today");
      const error = await failure(() =>
        createClient({ accessToken: () => Promise.reject(cause), fetch: api.fetch }).audiences.get(ids),
      );
      equal([error.name, error.cause === cause, error.attempts, api.requests.length], ["AuthError", true, 0, 2]);
      equal((await failure(() => createClient({ accessToken: "t", auth: { getToken } }))).argument, "auth");
    },
  },
  {
    name: "raw: the same provider, the same renewal",
    async run(library) {
      const { state, ...ends } = world();
      const client = clientOn(library, ends);
      await client.audiences.get(ids);
      state.access = "revoked";
      const { data } = await client.raw.PATCH("/ad_accounts/{ad_account_id}/audiences/{audience_id}", {
        params: { path: ids },
        body: {},
      });
      equal([data, state.refreshes], [{ id: "1" }, 2]);
    },
  },
  {
    name: "1,000 calls while tokens end: one renewal each time",
    async run(library) {
      const { state, ...ends } = world({ delay: 1 });
      const client = clientOn(library, ends, {}, { maxRetries: 0 });
      let revoked = 0;
      const timer = setInterval(() => {
        if (state.refreshes > revoked && revoked < 5) {
          state.access = `revoked-${(revoked += 1)}`;
        }
      }, 8);
      const results = [];
      for (let batch = 0; batch < 20; batch += 1) {
        results.push(...(await Promise.all(Array.from({ length: 50 }, () => client.safe.audiences.get(ids)))));
        await sleep(2);
      }
      clearInterval(timer);
      const failed = results.filter(({ ok: fine }) => !fine);
      // A token that ends again before the second request is the API's last word.
      ok(
        failed.every(({ status }) => status === 401),
        "every call ends in success or 401",
      );
      ok(state.refreshes <= revoked + 1, `${state.refreshes} renewals for ${revoked} ends`);
    },
  },
];
