import { inspect } from "node:util";
import { baseUrl, load, recorder, type Functions, type Sent } from "./client";

let functions: Functions;
beforeAll(async () => {
  functions = await load("test/fixtures/credentials/spec.yaml");
});

const headerKey = "key-in-a-header";
const password = { username: "Zoë", password: "pa:ss" };
const basic = `Basic ${Buffer.from("Zoë:pa:ss").toString("base64")}`;

/** What one call sends with these options. */
async function sentBy(name: string, options: object, args: object = {}): Promise<Sent> {
  const { fetch, sent } = recorder();
  await functions[name]!(functions.createTransport({ baseUrl, fetch, ...options }), args);
  return sent[0]!;
}

async function headersOf(name: string, options: object, args?: object): Promise<Record<string, string>> {
  const { headers } = await sentBy(name, options, args);
  return Object.fromEntries([...headers].filter(([key]) => /^(authorization|cookie|x-api-key)$/.test(key)));
}

describe("credentials go where their security scheme says", () => {
  it("a key in a header, from a function too", async () => {
    expect(await headersOf("thingsInherited", { credentials: { "header-key": headerKey } })).toEqual({
      "x-api-key": headerKey,
    });
    const credentials = { "header-key": () => Promise.resolve(headerKey) };
    expect(await headersOf("thingsInherited", { credentials })).toEqual({ "x-api-key": headerKey });
  });

  it("a key in the query, beside what is there, and with a body", async () => {
    const credentials = { query_key: "a&b=c" };
    const { url, body } = await sentBy("thingsQuery", { credentials }, { q: "1", body: { a: "é" } });
    expect(url).toBe(`${baseUrl}/query?q=1&api%20key=a%26b%3Dc`);
    expect(Buffer.from(body).toString()).toBe('{"a":"é"}');
    expect((await sentBy("thingsQuery", { credentials })).url).toBe(`${baseUrl}/query?api%20key=a%26b%3Dc`);
  });

  it("a key in a cookie, beside others", async () => {
    const credentials = { cookie_key: "a;b" };
    expect(await headersOf("thingsCookie", { credentials })).toEqual({ cookie: "session=a%3Bb" });
    expect(await headersOf("thingsCookie", { credentials }, { theme: "dark" })).toEqual({
      cookie: "theme=dark; session=a%3Bb",
    });
  });

  it("the first alternative of which all is given", async () => {
    const all = { accessToken: "a-token", credentials: { "header-key": headerKey, password, cookie_key: "c" } };
    const of = (options: object): Promise<Record<string, string>> => headersOf("thingsAlternatives", options);
    expect(await of(all)).toEqual({ authorization: "Bearer a-token", "x-api-key": headerKey });
    expect(await of({ credentials: all.credentials })).toEqual({ authorization: basic });
    expect(await of({ credentials: { "header-key": headerKey } })).toEqual({ "x-api-key": headerKey });
    expect(await of({ accessToken: "a-token" })).toEqual({ authorization: "Bearer a-token" });
    expect(await of({ ...all, headers: { Authorization: "Own" } })).toEqual({
      authorization: "Own",
      "x-api-key": headerKey,
    });
  });

  it("nothing that an operation does not take", async () => {
    const all = { accessToken: "a-token", credentials: { "header-key": headerKey, password } };
    expect(await headersOf("thingsOpen", all)).toEqual({});
    expect(await headersOf("thingsInherited", all)).toEqual({ "x-api-key": headerKey });
    expect(await headersOf("thingsCookie", all)).toEqual({});
    expect(await headersOf("thingsCookie", { accessToken: "a-token" })).toEqual({});
    // Of one that the client has no option for, nothing else is sent in its place.
    expect(await headersOf("thingsDigest", all)).toEqual({ "x-api-key": headerKey });
  });

  it("nowhere but to the base URL's origin", async () => {
    const { fetch, sent } = recorder();
    const transport = functions.createTransport({
      baseUrl,
      fetch,
      credentials: { "header-key": headerKey },
    }) as { use: (middleware: object) => void };
    transport.use({
      onRequest: ({ request }: { request: Request }) =>
        new Request(request.url.replace("api.example.com", "evil.example"), request),
    });
    await functions["thingsInherited"]!(transport, {});
    expect([new URL(sent[0]!.url).host, sent[0]!.headers.has("x-api-key")]).toEqual(["evil.example", false]);
  });
});

describe("what can't be sent", () => {
  it("an unknown scheme", () => {
    expect(() => functions.createTransport({ credentials: { header_key: "k" } })).toThrow(
      "credentials.header_key is no security scheme",
    );
  });

  it.each<[string, object, string]>([
    [
      "a line break",
      { "header-key": "a\r\nb: c" },
      "credentials.header-key must be one line of Latin-1, and not empty",
    ],
    ["nothing", { "header-key": "" }, "credentials.header-key must be one line of Latin-1, and not empty"],
    ["no text", { "header-key": null }, "credentials.header-key must be one line of Latin-1, and not empty"],
    ["a colon in a name", { password: { username: "a:b", password: "c" } }, "credentials.password must be"],
  ])("%s: said at once, or when a function gives it", async (_, credentials, message) => {
    expect(() => functions.createTransport({ credentials })).toThrow(message);
    const later = Object.fromEntries(
      Object.entries(credentials).map(([name, value]) => [name, () => value as unknown]),
    );
    await expect(sentBy("thingsAll", { accessToken: "a-token", credentials: later })).rejects.toThrow(message);
  });

  it("what a function fails to give", async () => {
    const credentials = { "header-key": () => Promise.reject(new Error("no")) };
    await expect(sentBy("thingsInherited", { credentials })).rejects.toThrow("has no credentials.header-key");
  });
});

describe("nothing is repeated by an error", () => {
  const credentials = { query_key: "it's a secret & more", password: { username: "Zoë", password: "a-password" } };
  const seen = (error: unknown): string => inspect(error, { depth: 10, showHidden: true });
  const isShown = (text: string): boolean => /a secret|a%20secret|a-password|Wm/.test(text);

  async function errorOf(name: string, fetch: (request: Request) => Promise<Response>): Promise<Error> {
    const transport = functions.createTransport({ baseUrl, fetch, maxRetries: 0, credentials });
    return (await (functions[name]!(transport, {}) as Promise<unknown>).catch((thrown: unknown) => thrown)) as Error;
  }

  it("that `fetch` threw, in its causes and what it holds", async () => {
    const error = await errorOf("thingsQuery", ({ url }) =>
      Promise.reject(
        Object.assign(new TypeError("failed", { cause: new Error(`${url} refused`) }), {
          path: url,
          code: "ECONNREFUSED",
        }),
      ),
    );
    expect([error.name, isShown(seen(error))]).toEqual(["ConnectionError", false]);
    expect(error.cause).toMatchObject({ code: "ECONNREFUSED", message: "TypeError: failed" });
    expect(String((error.cause as Error).cause)).toContain("query?api%20key=*** refused");
  });

  it("that an API answered", async () => {
    const error = await errorOf("thingsAll", ({ headers }) => {
      const message = `${headers.get("authorization")} is ${atob(headers.get("authorization")!.slice(6))}`;
      return Promise.resolve(Response.json({ message }, { status: 400 }));
    });
    expect(error.message).toContain("was answered with 400: *** is Zo");
    expect(isShown(seen(error))).toBe(false);
  });
});
