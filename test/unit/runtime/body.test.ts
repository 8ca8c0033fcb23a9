import { encodeBody, encodeContent, encodeJson } from "../../../templates/static/src/runtime/body";
import { encodeMultipart, encodeUrlencoded } from "../../../templates/static/src/runtime/form-body";
import type { BodyDescriptor } from "../../../templates/static/src/runtime/operation";
import { readResponse } from "../../../templates/static/src/runtime/read-response";

describe("a body, by its media type", () => {
  it.each<[string, BodyDescriptor["encode"], unknown, string]>([
    ["application/json", encodeJson, { a: "é" }, '{"a":"é"}'],
    ["application/vnd.api+json; charset=utf-8", encodeJson, [1], "[1]"],
    [
      "application/x-www-form-urlencoded",
      encodeUrlencoded,
      { a: "x y", b: [1, 2], c: null, d: { e: 1 } },
      "a=x+y&b=1&b=2&d=%7B%22e%22%3A1%7D",
    ],
    ["text/plain", encodeContent, "text", "text"],
  ])("%s", (mediaType, encode, body, content) => {
    expect(encodeBody({ mediaType, encode }, body)).toEqual({ content, contentType: mediaType });
  });

  it("multipart: a part a member, files as they are, objects as JSON", async () => {
    const file = new Blob(["bytes"], { type: "image/png" });
    const body = { file, tags: ["a", "b"], meta: { x: 1 }, note: "n", none: undefined };
    const encoding = { note: { contentType: "text/csv", headers: { "X-Kind": "note" } } };
    const { content, contentType } = encodeMultipart(
      { mediaType: "multipart/form-data", encode: encodeMultipart, encoding },
      body,
    );
    const [, boundary] = /^multipart\/form-data; boundary=(\d+)$/.exec(contentType)!;
    const parts = (await (content as Blob).text()).split(`--${boundary!}`);
    expect(parts.map((part) => part.split("\r\n").filter(Boolean))).toEqual([
      [],
      ['Content-Disposition: form-data; name="file"; filename="blob"', "Content-Type: image/png", "bytes"],
      ['Content-Disposition: form-data; name="tags"', "a"],
      ['Content-Disposition: form-data; name="tags"', "b"],
      ['Content-Disposition: form-data; name="meta"', "Content-Type: application/json", '{"x":1}'],
      ['Content-Disposition: form-data; name="note"', "Content-Type: text/csv", "X-Kind: note", "n"],
      ["--"],
    ]);
  });

  it("no two boundaries are the same", () => {
    const boundary = () => encodeMultipart({ mediaType: "multipart/mixed", encode: encodeMultipart }, {}).contentType;
    expect(new Set(Array.from({ length: 100 }, boundary)).size).toBe(100);
  });

  it("refuses what has no form", () => {
    expect(() => encodeJson({ mediaType: "application/json", encode: encodeJson }, undefined)).toThrow(
      "body has no form in JSON",
    );
    expect(() => encodeMultipart({ mediaType: "multipart/form-data", encode: encodeMultipart }, "text")).toThrow(
      "body must be an object",
    );
  });
});

describe("an answer, by its content type", () => {
  const facts = { operationId: "o", method: "GET", path: "/" };
  const read = (body: RequestInit["body"], type: string, status = 200) =>
    readResponse(facts, new Response(body, { status, headers: { "content-type": type } }));

  it("JSON, text, bytes, nothing", async () => {
    expect(await read('{"a":1}', "application/problem+json")).toEqual({ a: 1 });
    expect(await read("a", "text/csv; charset=utf-8")).toBe("a");
    expect(await ((await read("a", "image/png")) as Blob).text()).toBe("a");
    expect(await read("", "application/json")).toBeUndefined();
    expect(await read(null, "application/json", 204)).toBeUndefined();
    await expect(read("{", "application/json")).rejects.toThrow("is not the JSON it says it is");
  });
});
