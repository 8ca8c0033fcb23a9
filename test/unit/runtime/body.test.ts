import { encodeBody } from "../../../templates/static/src/runtime/body";
import { readResponse } from "../../../templates/static/src/runtime/read-response";

describe("a body, by its media type", () => {
  it.each([
    ["application/json", { a: "é" }, '{"a":"é"}'],
    ["application/vnd.api+json; charset=utf-8", [1], "[1]"],
    [
      "application/x-www-form-urlencoded",
      { a: "x y", b: [1, 2], c: null, d: { e: 1 } },
      "a=x+y&b=1&b=2&d=%7B%22e%22%3A1%7D",
    ],
    ["text/plain", "text", "text"],
  ])("%s", (mediaType, body, content) => {
    expect(encodeBody({ mediaType }, body)).toEqual({ content, contentType: mediaType });
  });

  it("multipart: a part a member, files as they are, objects as JSON; fetch makes the boundary", async () => {
    const file = new Blob(["bytes"], { type: "image/png" });
    const body = { file, tags: ["a", "b"], meta: { x: 1 }, note: "n", none: undefined };
    const { content, contentType } = encodeBody(
      { mediaType: "multipart/form-data", encoding: { note: { contentType: "text/csv" } } },
      body,
    );
    expect(contentType).toBeNull();
    const form = content as FormData;
    expect([...form.keys()]).toEqual(["file", "tags", "tags", "meta", "note"]);
    expect((form.get("file") as Blob).type).toBe("image/png");
    expect(await (form.get("meta") as Blob).text()).toBe('{"x":1}');
    expect((form.get("note") as Blob).type).toBe("text/csv");
  });

  it("refuses what has no form", () => {
    expect(() => encodeBody({ mediaType: "application/json" }, undefined)).toThrow("body has no form in JSON");
    expect(() => encodeBody({ mediaType: "multipart/form-data" }, "text")).toThrow("body must be an object");
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
