import createClient, { defaultBodySerializer, type ClientOptions } from "openapi-fetch";
import fc from "fast-check";
import { baseUrl, load, recorder, send, type Functions, type Sent } from "./client";
import { unreserved } from "./reference";
import { numRuns, printed, seed, text } from "./values";

/**
 * openapi-fetch by itself, with its own serializers set to what each operation's styles are. Where it keeps to the specifications its
 * bytes are ours; where it does not, the second half says how, and why ours are others.
 */

let functions: Functions;
beforeAll(async () => void (functions = await load("test/fixtures/parameter-styles/spec.yaml")));

type Init = Readonly<Record<string, unknown>>;

async function theirs(
  path: string,
  init: Init,
  options: Omit<ClientOptions, "baseUrl" | "fetch"> = {},
  method = "GET",
): Promise<Sent> {
  const { fetch, sent } = recorder();
  const client = createClient<Record<string, never>>({ ...options, baseUrl, fetch });
  const request = client.request as unknown as (method: string, path: string, init: Init) => Promise<unknown>;
  await request(method, path, init);
  return sent[0]!;
}

async function ours(name: string, args: object): Promise<Sent> {
  const outcome = await send(functions, name, args);
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

/** Its serializer of forms, given what it looks for in headers: it takes no other realm's, such as this runner's, for headers. */
const form = {
  // Its types leave out the second argument that it takes.
  bodySerializer: (body: unknown): string =>
    (defaultBodySerializer as (body: unknown, headers: object) => string)(body, {
      "Content-Type": "application/x-www-form-urlencoded",
    }),
};

/** What openapi-fetch leaves as it is although only unreserved characters may stay (RFC 6570, 3.2.1). */
const strict = (url: string): string => url.replace(/[!'()*]/g, (character) => unreserved(character));

const filled = text.filter((value) => value !== "" && !/^(\.|%(25)*2e){1,2}$/i.test(value));
const primitive = fc.oneof(filled, fc.integer(), fc.boolean());
const list = fc.array(primitive, { minLength: 1, maxLength: 4 });
// Its names of members are not encoded, see below.
const object = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), primitive, {
  minKeys: 1,
  maxKeys: 4,
  noNullPrototype: true,
});

describe(`where openapi-fetch is right, the bytes are its (${printed})`, () => {
  it.each([
    ["stylesPathSimple", "/path/simple/{text}/{list}/{object}"],
    ["stylesPathSimpleExploded", "/path/simple-exploded/{text*}/{list*}/{object*}"],
    ["stylesPathLabel", "/path/label/{.text}/{.list}/{.object}"],
    ["stylesPathLabelExploded", "/path/label-exploded/{.text*}/{.list*}/{.object*}"],
    ["stylesPathMatrix", "/path/matrix/{;text}/{;list}/{;object}"],
    ["stylesPathMatrixExploded", "/path/matrix-exploded/{;text*}/{;list*}/{;object*}"],
  ])("%s", async (name, path) => {
    const args = fc.record({ text: filled, list, object });
    await fc.assert(
      fc.asyncProperty(args, async (values) => {
        // A label of one dot and an exploded label of nothing are dot segments: refused by us.
        fc.pre(!(name.includes("Label") && (values.text === "." || values.list.every((item) => item === "."))));
        expect((await ours(name, values)).url).toBe(strict((await theirs(path, { params: { path: values } })).url));
      }),
      { seed, numRuns },
    );
  });

  it.each([
    [
      "stylesQueryForm",
      "/query/form",
      { array: { style: "form", explode: false }, object: { style: "form", explode: false } },
    ],
    [
      "stylesQueryFormExploded",
      "/query/form-exploded",
      { array: { style: "form", explode: true }, object: { style: "form", explode: true } },
    ],
  ] as const)("%s", async (name, path, querySerializer) => {
    const args = fc.record({ text, list, object }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(args, async (query) => {
        const request = await theirs(path, { params: { query } }, { querySerializer });
        expect((await ours(name, query)).url.replaceAll("%27", "'")).toBe(strict(request.url).replaceAll("%27", "'"));
      }),
      { seed, numRuns },
    );
  });

  it("spaceDelimited lists", async () => {
    const querySerializer = { array: { style: "spaceDelimited", explode: false } } as const;
    await fc.assert(
      fc.asyncProperty(list, async (items) => {
        const query = { list: items };
        const request = await theirs("/query/space-delimited", { params: { query } }, { querySerializer });
        const { url } = await ours("stylesQuerySpaceDelimited", query);
        expect(url).toBe(strict(request.url));
      }),
      { seed, numRuns },
    );
  });

  it("deepObject and pipeDelimited, but for the characters that must not stand in a query (OpenAPI 3.1.1, Appendix E)", async () => {
    const querySerializer = { array: { style: "pipeDelimited", explode: false } } as const;
    await fc.assert(
      fc.asyncProperty(object, list, async (members, items) => {
        const deep = await theirs("/query/deep-object", { params: { query: { object: members } } });
        const { url } = await ours("stylesQueryDeepObject", { object: members });
        expect(url).toBe(strict(deep.url).replaceAll("[", "%5B").replaceAll("]", "%5D"));
        const piped = await theirs(
          "/query/pipe-delimited",
          { params: { query: { list: items } } },
          { querySerializer },
        );
        expect((await ours("stylesQueryPipeDelimited", { list: items })).url).toBe(
          strict(piped.url).replaceAll("|", "%7C"),
        );
      }),
      { seed, numRuns },
    );
  });

  it("JSON bodies, and their content type", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ stringUnit: "binary" }), async (body) => {
        const request = await theirs("/body/json", { body }, {}, "POST");
        const own = await ours("stylesBodyJson", { body });
        expect([own.body, own.headers.get("content-type")]).toEqual([
          request.body,
          request.headers.get("content-type"),
        ]);
      }),
      { seed, numRuns },
    );
  });

  it("forms of primitives", async () => {
    const fields = fc.dictionary(text, text, { maxKeys: 4, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(fields, async (body) => {
        const request = await theirs("/body/form", { body }, form, "POST");
        expect((await ours("stylesBodyForm", { body })).body).toEqual(request.body);
      }),
      { seed, numRuns },
    );
  });

  it("headers of a primitive", async () => {
    const request = await theirs("/header/simple", { params: { header: { "X-Text": "a, b;c=é" } } });
    expect((await ours("stylesHeaderSimple", { "X-Text": "a, b;c=é" })).headers.get("x-text")).toBe(
      request.headers.get("x-text"),
    );
  });
});

describe("where openapi-fetch is not right, ours are other bytes", () => {
  const queryOf = ({ url }: Sent): string => new URL(url).search.slice(1);
  const pathOf = ({ url }: Sent): string => new URL(url).pathname;
  const asQuery = (query: object, options: object = {}): Promise<Sent> =>
    theirs("/q", { params: { query } }, { querySerializer: options });

  it("!'()* stay: RFC 6570, 3.2.1, encodes all but unreserved characters", async () => {
    expect(queryOf(await asQuery({ text: "!()*" }))).toBe("text=!()*");
    expect(queryOf(await ours("stylesQueryForm", { text: "!()*" }))).toBe("text=%21%28%29%2A");
  });

  it("names are not encoded: a member could add parameters", async () => {
    const object = { "a&admin": "1" };
    expect(queryOf(await asQuery({ object }, { object: { style: "form", explode: true } }))).toBe("a&admin=1");
    expect(queryOf(await ours("stylesQueryFormExploded", { object }))).toBe("a%26admin=1");
    expect(queryOf(await asQuery({ "filter[x]": { a: 1 } }))).toBe("filter[x][a]=1");
    expect(queryOf(await ours("stylesQueryDeepObject", { "filter[x]": { a: 1 } }))).toBe("filter%5Bx%5D%5Ba%5D=1");
  });

  it("brackets and bars stand in a query as they are: Appendix E of OpenAPI 3.1.1 forbids it", async () => {
    expect(queryOf(await asQuery({ object: { a: 1 } }))).toBe("object[a]=1");
    expect(queryOf(await ours("stylesQueryDeepObject", { object: { a: 1 } }))).toBe("object%5Ba%5D=1");
    expect(queryOf(await asQuery({ list: [1, 2] }, { array: { style: "pipeDelimited", explode: false } }))).toBe(
      "list=1|2",
    );
    expect(queryOf(await ours("stylesQueryPipeDelimited", { list: [1, 2] }))).toBe("list=1%7C2");
  });

  it("a delimited object has lost its name", async () => {
    const options = { object: { style: "pipeDelimited", explode: false } };
    expect(queryOf(await asQuery({ object: { a: 1 } }, options))).toBe("a,1");
    expect(queryOf(await ours("stylesQueryPipeDelimited", { object: { a: 1 } }))).toBe("object=a%7C1");
  });

  it("null in a list or an object is sent, or leaves an empty parameter: RFC 6570, 2.3, leaves it out", async () => {
    const explode = { array: { style: "form", explode: true } };
    expect(queryOf(await asQuery({ list: [1, null, 2] }, explode))).toBe("list=1&&list=2");
    expect(queryOf(await asQuery({ list: [1, null] }, { array: { style: "form", explode: false } }))).toBe(
      "list=1,null",
    );
    expect(queryOf(await ours("stylesQueryFormExploded", { list: [1, null, 2] }))).toBe("list=1&list=2");
    expect(queryOf(await ours("stylesQueryForm", { list: [1, null] }))).toBe("list=1");
  });

  it("an object without members leaves an empty parameter", async () => {
    expect(queryOf(await asQuery({ text: "a", object: {} }))).toBe("text=a&");
    expect(queryOf(await ours("stylesQueryForm", { text: "a", object: {} }))).toBe("text=a");
  });

  it("allowReserved encodes nothing: a # ends the query, and what is not reserved stays, too", async () => {
    expect(queryOf(await asQuery({ text: "a/b#c%d^" }, { allowReserved: true }))).toBe("text=a/b");
    expect(queryOf(await ours("stylesQueryReserved", { text: "a/b#c%d^" }))).toBe("text=a/b%23c%25d%5E");
  });

  it("an empty matrix has an equals sign: RFC 6570, 3.2.7, has none", async () => {
    const path = { list: ["", "a"] };
    expect(pathOf(await theirs("/x/{;list*}", { params: { path } }))).toBe("/v1/x/;list=;list=a");
    const own = await ours("stylesPathMatrixExploded", { text: "x", object: { a: 1 }, ...path });
    expect(pathOf(own)).toContain("/;list;list=a/");
  });

  it("a path value that is empty or a dot segment is sent: to another operation", async () => {
    expect(pathOf(await theirs("/a/{id}", { params: { path: { id: ".." } } }))).toBe("/v1/");
    expect(pathOf(await theirs("/a/{id}", { params: { path: { id: "" } } }))).toBe("/v1/a/");
    expect(await send(functions, "stylesPathSimple", { text: "..", list: [1], object: { a: 1 } })).toBeInstanceOf(
      Error,
    );
  });

  it("a list in a header gets spaces, an object no text: simple has neither", async () => {
    const header = { "X-List": [1, 2], "X-Object": { a: 1 } };
    const request = await theirs("/h", { params: { header } });
    expect([request.headers.get("x-list"), request.headers.get("x-object")]).toEqual(["1, 2", "[object Object]"]);
    const own = await ours("stylesHeaderSimple", header);
    expect([own.headers.get("x-list"), own.headers.get("x-object")]).toEqual(["1,2", "a,1"]);
  });

  it("cookies are not sent", async () => {
    expect((await theirs("/c", { params: { cookie: { text: "a" } } })).headers.get("cookie")).toBeNull();
    expect((await ours("stylesCookieForm", { text: "a" })).headers.get("cookie")).toBe("text=a");
  });

  it("lists and objects in forms are strings of JavaScript", async () => {
    const body = { list: [1, 2], object: { a: 1 } };
    const request = await theirs("/body/form", { body }, form, "POST");
    expect(new TextDecoder().decode(request.body)).toBe("list=1%2C2&object=%5Bobject+Object%5D");
    const own = await ours("stylesBodyForm", { body });
    expect(new TextDecoder().decode(own.body)).toBe("list=1&list=2&object=%7B%22a%22%3A1%7D");
  });
});
