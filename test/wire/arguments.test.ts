import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { load, send, type Functions, type Sent } from "./client";

let functions: Functions;
beforeAll(async () => void (functions = await load("test/fixtures/parameter-styles/spec.yaml")));

async function refused(name: string, args: object): Promise<string> {
  const sent = await send(functions, name, args);
  expect(sent).toMatchObject({ name: "InvalidArgumentError", isClientError: true });
  return (sent as Error).message;
}

async function sent(name: string, args: object): Promise<Sent> {
  const outcome = await send(functions, name, args);
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

const composite = { a: "a", b: "b", name: "n", ext: "e" };

describe("a path value that would lead elsewhere is refused before any request, by name", () => {
  it.each([
    ["empty", ""],
    ["null", null],
    ["undefined", undefined],
    ["an object", { a: 1 }],
    ["a list", ["a"]],
    ["a function", () => "a"],
    ["a symbol", Symbol("a")],
    ["not a number", Number.NaN],
    ["infinite", Infinity],
    ["a date", new Date(0)],
    ["half of a surrogate pair", "a\ud800"],
    ["the other half", "\udc00a"],
  ])("%s", async (_, value) => {
    expect(await refused("stylesPathComposite", { ...composite, ext: value })).toContain("the path parameter ext ");
  });

  it.each([".", "..", "%2e", "%2E%2e", "%2e%2E", ".%2E", "%2e.", "%252e", "%252E%25252e"])("%s", async (value) => {
    expect(await refused("stylesPathSimple", { text: value, list: ["x"], object: { x: 1 } })).toBe(
      "the path parameter text must not be empty or a dot segment",
    );
    expect(await refused("stylesContent", { json: { x: 1 }, text: value })).toContain("the path parameter text ");
  });

  it.each([
    ["two values in one segment", "stylesPathComposite", { ...composite, a: ".", b: "." }, "b"],
    ["a value, and the text around it", "stylesPathComposite", { ...composite, name: "%2e", ext: "" }, "ext"],
    ["a label", "stylesPathLabel", { text: ".", list: ["a"], object: { a: 1 } }, "text"],
    ["a label of nothing", "stylesPathLabel", { text: "", list: ["a"], object: { a: 1 } }, "text"],
    ["an exploded label", "stylesPathLabelExploded", { text: "a", list: ["", ""], object: { a: 1 } }, "list"],
    ["a label of a list of nothing", "stylesPathLabel", { text: "a", list: [""], object: { a: 1 } }, "list"],
    ["a list without items", "stylesPathMatrix", { text: "a", list: [], object: { a: 1 } }, "list"],
    ["a list of nulls", "stylesPathSimple", { text: "a", list: [null], object: { a: 1 } }, "list"],
    ["an object without members", "stylesPathMatrixExploded", { text: "a", list: [1], object: { a: null } }, "object"],
    ["nothing, as a matrix", "stylesPathMatrix", { text: "", list: [1], object: { a: 1 } }, "text"],
    ["a list in place of an object", "stylesPathSimple", { text: "a", list: [1], object: [1] }, "object"],
    ["an object in a list", "stylesPathSimple", { text: "a", list: [{}], object: { a: 1 } }, "list"],
  ])("%s", async (_, name, args, parameter) => {
    expect(await refused(name, args)).toContain(`the path parameter ${parameter} `);
  });

  it("dots that are only part of a segment are sent", async () => {
    const { url } = await sent("stylesPathComposite", { a: ".", b: "x", name: "..", ext: "." });
    expect(new URL(url).pathname).toBe("/v1/path/composite/.x/....");
  });
});

describe("other locations refuse what has no text, by name", () => {
  it.each([
    [
      "an object for a primitive",
      "stylesQueryForm",
      { text: { admin: true } },
      "the query parameter text must be well-formed text",
    ],
    [
      "a list for a primitive",
      "stylesQueryForm",
      { text: ["a", "b"] },
      "the query parameter text must be well-formed text",
    ],
    [
      "a primitive for a deep object",
      "stylesQueryDeepObject",
      { object: "a" },
      "the query parameter object must be an object",
    ],
    ["an object in an object", "stylesQueryDeepObject", { object: { a: { b: 1 } } }, "the query parameter object"],
    ["not a number", "stylesQueryForm", { list: [Number.NaN] }, "the query parameter list"],
    ["half of a surrogate pair", "stylesCookieForm", { text: "\ud800" }, "the cookie parameter text"],
    ["a line break in a header", "stylesHeaderSimple", { "X-Text": "a\r\nX-Admin: 1" }, "the header parameter X-Text"],
    ["text that a header can't carry", "stylesHeaderSimple", { "X-List": ["→"] }, "the header parameter X-List"],
  ])("%s", async (_, name, args, message) => {
    expect(await refused(name, args)).toContain(message);
  });
});

describe("any other path value is one segment, which a server decodes to the same text", () => {
  let server: Server;
  const seen: string[] = [];
  beforeAll(async () => {
    server = createServer({ maxHeaderSize: 8 * 2 ** 20 }, (request, response) => {
      seen.push(request.url!);
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each([
    ...[
      "a/b",
      "a?x",
      "a#f",
      "a\\b",
      "a;b",
      "a%2fb",
      "a b",
      " ",
      "😀",
      "é",
      "$&",
      "$1",
      "{other}",
      "{list}",
      "a&b=c",
      "+",
      ",",
      "|",
    ],
    ...[
      "%",
      "%zz",
      "%00",
      "\u0000",
      "\n",
      "...",
      ".a",
      "a.",
      "..a",
      "//host",
      "https://host/",
      "@host",
      "a:b",
      "__proto__",
    ],
  ])("%j", async (value) => {
    const transport = functions.createTransport({
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    });
    await functions["stylesPathSimple"]!(transport, { text: value, list: [value, "x"], object: { [value]: "x" } });
    const segments = seen.at(-1)!.split("/");
    expect(segments).toHaveLength(7);
    expect(segments.slice(0, 4)).toEqual(["", "v1", "path", "simple"]);
    expect(decodeURIComponent(segments[4]!)).toBe(value);
    expect(segments[5]!.split(",").map(decodeURIComponent)).toEqual([value, "x"]);
    expect(segments[6]!.split(",").map(decodeURIComponent)).toEqual([value, "x"]);
  });

  it("1 MB of it", async () => {
    const value = "é/".repeat(2 ** 18);
    const { url } = await sent("stylesPathSimple", { text: value, list: [1], object: { a: 1 } });
    expect(decodeURIComponent(url.split("/")[6]!)).toBe(value);
  });
});

describe("what stays what it is", () => {
  it("date-times are strings", async () => {
    const { url } = await sent("stylesQueryForm", { text: "2026-11-24T22:50:00.123456789+01:00" });
    expect(url.split("=")[1]).toBe("2026-11-24T22%3A50%3A00.123456789%2B01%3A00");
  });

  it("numbers, booleans, big integers", async () => {
    const { url } = await sent("stylesQueryForm", { list: [0, -0, 1e21, -1.5, true, 12345678901234567890n] });
    expect(url.split("=")[1]).toBe("0,0,1e%2B21,-1.5,true,12345678901234567890");
  });

  it("members by inheritance are no arguments", async () => {
    expect(await refused("stylesPathComposite", Object.create(composite) as object)).toContain("the path parameter a ");
  });

  it("a name like __proto__ pollutes nothing", async () => {
    const object = JSON.parse('{"__proto__":"x","constructor":"y"}') as object;
    const { url } = await sent("stylesQueryFormExploded", { object });
    expect(url.split("?")[1]).toBe("__proto__=x&constructor=y");
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});
