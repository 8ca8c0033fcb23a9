import { once } from "node:events";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { program, root } from "../support/command";
import { call, serve } from "./serving";

const canary = "canary-8f2c";
const basic = `Basic ${Buffer.from(`id:${canary}`).toString("base64")}`;

/** Requests of which each carries the canary where a secret may be. */
const requests: [method: string, path: string, options: Parameters<typeof call>[2]][] = [
  ["GET", "/ad_accounts/1/audiences", { headers: { authorization: `Bearer ${canary}` } }],
  ["GET", "/ad_accounts/x/audiences?page_size=0", { headers: { authorization: `Bearer ${canary}` } }],
  ["GET", "/nowhere", { headers: { authorization: canary } }],
  ["GET", "/ad_accounts/1/audiences", { headers: { authorization: `Basic ${canary}`, cookie: `session=${canary}` } }],
  ["GET", "/ad_accounts/1/audiences", { headers: { "proxy-authorization": canary, "x-mock-fault": "status=500" } }],
  ["GET", `/ad_accounts/1/audiences?access_token=${canary}`, {}],
  [
    "POST",
    "/oauth/token",
    {
      headers: { authorization: basic },
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: canary }),
    },
  ],
  ["POST", "/oauth/token", { headers: { authorization: basic }, body: new URLSearchParams({ grant_type: canary }) }],
  [
    "POST",
    "/oauth/token",
    {
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code: canary,
        client_id: "a",
        client_secret: canary,
      }),
    },
  ],
  ["POST", "/oauth/token", { body: canary, headers: { "content-type": "text/plain" } }],
  ["POST", "/__mock__/tokens/expire", { body: { tokens: [canary] } }],
  ["GET", "/__mock__/requests", {}],
  ["GET", "/__mock__/faults", {}],
];

function isIn(text: string): boolean {
  return text.includes(canary) || text.includes(Buffer.from(`id:${canary}`).toString("base64").slice(4));
}

it("no answer and no log repeats a secret", async () => {
  const mock = await serve({});
  try {
    for (const [method, path, options] of requests) {
      const { headers, text } = await call(`${mock.url}${path}`, method, options);
      const answered = [text];
      headers.forEach((value, name) => answered.push(name, value));
      expect([method, path, isIn(answered.join("\n"))]).toEqual([method, path, false]);
    }
    expect(mock.requests()).toHaveLength(10);
    expect(isIn(JSON.stringify(mock.requests()))).toBe(false);
  } finally {
    await mock.close();
  }
});

it("API keys in the query and in a header are secrets too", async () => {
  const scheme = (name: string, location: string): string =>
    `${name}: { type: apiKey, in: ${location}, name: ${name} }`;
  const mock = await serve({
    text: `openapi: 3.0.3
info: { title: Keys, version: 1.0.0 }
security: [{ X-Key: [], key: [], jar: [] }]
paths: { /a: { get: { operationId: a, responses: { "204": { description: Done } } } } }
components: { securitySchemes: { ${scheme("X-Key", "header")}, ${scheme("key", "query")}, ${scheme("jar", "cookie")} } }
`,
  });
  try {
    const headers = { "x-key": canary, cookie: `jar=${canary}` };
    expect((await call(`${mock.url}/a?key=${canary}`, "GET", { headers })).status).toBe(204);
    expect((await call(`${mock.url}/a?key=${canary}`, "GET", { headers: { cookie: `jar=${canary}` } })).status).toBe(
      401,
    );
    expect((await call(`${mock.url}/a`, "GET", { headers })).status).toBe(401);
    expect(isIn(JSON.stringify(mock.requests()))).toBe(false);
  } finally {
    await mock.close();
  }
});

it("nor does the command print one", async () => {
  const child = spawn(process.execPath, [program, "mock"], { cwd: root });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await once(child.stdout, "data");
  const url = /http:\S+/.exec(output)![0];
  for (const [method, path, options] of requests) await call(url + path, method, options);
  child.kill("SIGTERM");
  await once(child, "close");
  expect(output).toMatch(new RegExp(`^serving ${join("spec", "audiences.yaml")} at http://127\\.0\\.0\\.1:\\d+\\n$`));
});
