import { encodeContent, encodeJson } from "../../../templates/static/src/runtime/body";
import { encodeMultipart, encodeUrlencoded } from "../../../templates/static/src/runtime/form-body";
import type { BodyDescriptor } from "../../../templates/static/src/runtime/operation";

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
    expect(encode({ mediaType, encode }, body)).toMatchObject({
      body: content,
      headers: { "Content-Type": mediaType },
    });
  });

  it("multipart: a part a member, files as they are, objects as JSON", async () => {
    const file = new Blob(["bytes"], { type: "image/png" });
    const body = { file, tags: ["a", "b"], meta: { x: 1 }, note: "n", none: undefined };
    const encoding = { note: { contentType: "text/csv", headers: { "X-Kind": "note" } } };
    const { body: content, headers } = encodeMultipart(
      { mediaType: "multipart/form-data", encode: encodeMultipart, encoding },
      body,
    );
    const [, boundary] = /^multipart\/form-data; boundary=(\d+)$/.exec(headers!["Content-Type"]!)!;
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

  it.each<[string, unknown, string]>([
    ["text/*", "text", "text/plain"],
    ["image/*", new Blob(["x"], { type: "image/png" }), "image/png"],
    ["*/*", new Uint8Array(1), "application/octet-stream"],
  ])("%s is said to be what it is", (mediaType, body, type) => {
    expect(encodeContent({ mediaType, encode: encodeContent }, body).headers).toEqual({ "Content-Type": type });
  });

  it("no two boundaries are the same", () => {
    const boundary = () =>
      encodeMultipart({ mediaType: "multipart/mixed", encode: encodeMultipart }, {}).headers!["Content-Type"];
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
