import { anyText, type CallOptions, type Got, serving } from "./serving";

const api = serving();
const basic = `Basic ${Buffer.from("client:secret").toString("base64")}`;

function ask(form: Record<string, string> | string, options: CallOptions & { path?: string } = {}): Promise<Got> {
  const { path = "/v5/oauth/token", headers = {} } = options;
  return api.call("POST", path, { body: new URLSearchParams(form), headers: { authorization: basic, ...headers } });
}

interface Issued {
  readonly access_token: string;
  readonly refresh_token: string;
}

async function issued(form: Record<string, string> = { grant_type: "authorization_code", code: "c" }): Promise<Issued> {
  const { status, json } = await ask(form);
  expect(status).toBe(200);
  return json as Issued;
}

async function statusWith(token: string, path = "/ad_accounts/1/audiences"): Promise<number> {
  return (await api.call("GET", path, { headers: { authorization: `Bearer ${token}` } })).status;
}

it("an authorization code gives both tokens, with all that belongs to them", async () => {
  const { status, json, headers } = await ask({
    grant_type: "authorization_code",
    code: "c",
    redirect_uri: "https://x",
  });
  expect(status).toBe(200);
  expect(json).toEqual({
    access_token: anyText,
    token_type: "bearer",
    expires_in: 2_592_000,
    scope: "ads:read ads:write",
    refresh_token: anyText,
    refresh_token_expires_in: 31_536_000,
  });
  expect(headers.get("cache-control")).toBe("no-store");
  expect(await statusWith((json as Issued).access_token)).toBe(200);
});

it("client credentials give an access token alone, for the scopes asked for", async () => {
  const { json } = await ask({ grant_type: "client_credentials", scope: "ads:read" });
  expect(json).toMatchObject({ scope: "ads:read", token_type: "bearer" });
  expect(json).not.toHaveProperty("refresh_token");
  const headers = { authorization: `Bearer ${(json as Issued).access_token}` };
  expect((await api.call("GET", "/ad_accounts/1/audiences", { headers })).status).toBe(200);
  const body = { name: "n", audience_type: "VISITOR", rule: {} };
  const { status, headers: answered } = await api.call("POST", "/ad_accounts/1/audiences", { headers, body });
  expect([status, answered.get("www-authenticate")]).toEqual([403, 'Bearer error="insufficient_scope"']);
});

it("is where the document's URL says, and below the root", async () => {
  expect((await ask({ grant_type: "client_credentials" }, { path: "/oauth/token" })).status).toBe(200);
  expect((await ask({ grant_type: "client_credentials" }, { path: "/token" })).status).toBe(404);
});

it("a refresh token is good once", async () => {
  const first = await issued();
  const second = await issued({ grant_type: "refresh_token", refresh_token: first.refresh_token });
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(second.access_token).not.toBe(first.access_token);
  const again = await ask({ grant_type: "refresh_token", refresh_token: first.refresh_token });
  expect([again.status, again.json]).toEqual([400, expect.objectContaining({ error: "invalid_grant" })]);
  await issued({ grant_type: "refresh_token", refresh_token: second.refresh_token });
});

it("so is a code", async () => {
  await issued();
  const { status, json } = await ask({ grant_type: "authorization_code", code: "c" });
  expect([status, json]).toEqual([400, expect.objectContaining({ error: "invalid_grant" })]);
});

const refused: [
  what: string,
  form: Record<string, string> | string,
  options: CallOptions,
  status: number,
  error: string,
][] = [
  ["no client", { grant_type: "client_credentials" }, { headers: { authorization: undefined } }, 401, "invalid_client"],
  [
    "a bearer token",
    { grant_type: "client_credentials" },
    { headers: { authorization: "Bearer x" } },
    401,
    "invalid_client",
  ],
  [
    "half a client",
    { grant_type: "client_credentials" },
    { headers: { authorization: "Basic YTo=" } },
    401,
    "invalid_client",
  ],
  ["no grant type", {}, {}, 400, "invalid_request"],
  ["another grant type", { grant_type: "guess" }, {}, 400, "unsupported_grant_type"],
  ["no code", { grant_type: "authorization_code" }, {}, 400, "invalid_request"],
  ["no refresh token", { grant_type: "refresh_token" }, {}, 400, "invalid_request"],
  ["another scope", { grant_type: "client_credentials", scope: "ads:read x" }, {}, 400, "invalid_scope"],
  ["a grant type twice", "grant_type=client_credentials&grant_type=refresh_token", {}, 400, "invalid_request"],
  [
    "JSON",
    { grant_type: "client_credentials" },
    { headers: { "content-type": "application/json" } },
    400,
    "invalid_request",
  ],
];

it.each(refused)("refused: %s", async (_what, form, options, status, error) => {
  const found = await ask(form, options);
  expect([found.status, found.json]).toEqual([status, { error, error_description: anyText }]);
});

it("id and secret may stand in the form", async () => {
  const form = { grant_type: "client_credentials", client_id: "a", client_secret: "b" };
  expect((await ask(form, { headers: { authorization: undefined } })).status).toBe(200);
});

it("a token that has expired is refused, and a new one is not", async () => {
  const first = await issued();
  expect((await api.call("POST", "/__mock__/tokens/expire")).json).toEqual({ expired: 1 });
  const { status, headers } = await api.call("GET", "/ad_accounts/1/audiences", {
    headers: { authorization: `Bearer ${first.access_token}` },
  });
  expect([status, headers.get("www-authenticate")]).toEqual([401, 'Bearer error="invalid_token"']);
  const second = await issued({ grant_type: "refresh_token", refresh_token: first.refresh_token });
  expect(await statusWith(second.access_token)).toBe(200);
});

it("lifetimes can be set, of the refresh token too", async () => {
  api.mock.tokens({ expiresIn: -1, refreshTokenExpiresIn: 0 });
  const { access_token, refresh_token } = await issued();
  expect(await statusWith(access_token)).toBe(401);
  expect((await ask({ grant_type: "refresh_token", refresh_token })).json).toMatchObject({ error: "invalid_grant" });
});

it("any token is good until it is revoked; with strict only one that was issued", async () => {
  expect(await statusWith("anything")).toBe(200);
  expect(await statusWith("")).toBe(401);
  await api.call("POST", "/__mock__/tokens/expire", { body: { tokens: ["anything"] } });
  expect([await statusWith("anything"), await statusWith("something")]).toEqual([401, 200]);
  expect((await api.call("POST", "/__mock__/tokens", { body: { strict: true } })).json).toMatchObject({ strict: true });
  expect(await statusWith("something")).toBe(401);
  expect(await statusWith((await issued()).access_token)).toBe(200);
  expect((await ask({ grant_type: "refresh_token", refresh_token: "never" })).json).toMatchObject({
    error: "invalid_grant",
  });
});

it("a refresh can be made to fail", async () => {
  api.mock.faults(["status=400; on=token", "body=html; on=token"]);
  expect((await ask({ grant_type: "client_credentials" })).json).toMatchObject({ error: "invalid_grant" });
  expect((await ask({ grant_type: "client_credentials" })).text).toContain("<!doctype html>");
  expect((await ask({ grant_type: "client_credentials" })).status).toBe(200);
});
