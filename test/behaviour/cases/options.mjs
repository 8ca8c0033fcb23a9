import { equal, failure, ok } from "../assert.mjs";
import { json, stub } from "../stub.mjs";

const ids = { ad_account_id: "1", audience_id: "2" };

export const cases = [
  {
    name: "a token may be a function, asked for every request",
    async run({ createClient }) {
      const api = stub(json({}));
      let count = 0;
      const client = createClient({ accessToken: () => Promise.resolve(`token-${(count += 1)}`), fetch: api.fetch });
      await client.audiences.get(ids);
      await client.audiences.get(ids);
      equal(
        api.requests.map(({ headers }) => headers["authorization"]),
        ["Bearer token-1", "Bearer token-2"],
      );
    },
  },
  {
    name: "a token that can't stand in a header is refused, and not repeated",
    async run({ createClient }) {
      for (const accessToken of ["", "a b", "a\nb", "ä"]) {
        const error = await failure(() => createClient({ accessToken }));
        equal([error.name, error.argument], ["InvalidArgumentError", "accessToken"]);
        ok(accessToken === "" || !error.message.includes(accessToken), error.message);
      }
    },
  },
  {
    name: "the base URL: with and without a slash, with a path; what is not safe is refused",
    async run({ createClient }) {
      for (const baseUrl of ["https://x.example/a", "https://x.example/a/", new URL("https://x.example/a//")]) {
        const api = stub(json({}));
        await createClient({ baseUrl, fetch: api.fetch }).audiences.get(ids);
        equal(api.requests[0].url, "https://x.example/a/ad_accounts/1/audiences/2");
      }
      for (const baseUrl of [
        "",
        "x",
        "/v5",
        "http://x.example",
        "ftp://x.example",
        "https://u:p@x.example",
        "https://x.example?a=1",
      ]) {
        const error = await failure(() => createClient({ baseUrl }));
        equal([baseUrl, error.name, error.argument], [baseUrl, "InvalidArgumentError", "baseUrl"]);
        ok(!error.message.includes("u:p"), error.message);
      }
      createClient({ baseUrl: "http://127.0.0.1:1" });
      createClient({ baseUrl: "http://localhost:1" });
      createClient({ baseUrl: "http://x.example", allowInsecure: true });
    },
  },
  {
    name: "headers of the client and of one call; a bad one is refused, and nothing is sent",
    async run({ createClient }) {
      const api = stub(json({}));
      const client = createClient({ fetch: api.fetch, headers: { "X-A": "client", "X-B": "client" } });
      await client.audiences.get(ids, { headers: { "X-B": "call" } });
      equal([api.requests[0].headers["x-a"], api.requests[0].headers["x-b"]], ["client", "call"]);
      for (const headers of [{ "X A": "1" }, { "X-A": "1\r\nX-B: 2" }, { "X-A": "\u0100" }])
        equal((await failure(() => client.audiences.get(ids, { headers }))).name, "InvalidArgumentError");
      equal(api.requests.length, 1, "requests");
    },
  },
  {
    name: "the user agent names the package and its document, and takes an addition",
    // Browsers send their own.
    browser: false,
    async run({ createClient }, _functions, { name, version }) {
      const api = stub(json({}));
      await createClient({ fetch: api.fetch }).audiences.get(ids);
      await createClient({ fetch: api.fetch, userAgent: "my-app/1" }).audiences.get(ids);
      const [first, second] = api.requests.map(({ headers }) => headers["user-agent"]);
      equal([first, second], [`${name}/${version} (spec 5.14.0)`, `${name}/${version} (spec 5.14.0) my-app/1`]);
    },
  },
  {
    name: "importing and making a client sends nothing",
    async run({ createClient }) {
      const api = stub(json({}));
      createClient({ accessToken: "t", fetch: api.fetch });
      equal(api.requests.length, 0);
    },
  },
];
