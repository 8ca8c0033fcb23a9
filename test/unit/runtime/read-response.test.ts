import type { Attempt } from "../../../templates/static/src/runtime/attempts";
import { readAny, readBlob, readJson, readText, type Read } from "../../../templates/static/src/runtime/read-response";
import { defaultSettings } from "../../../templates/static/src/runtime/settings";

const attempt: Attempt = {
  call: {
    request: { operationId: "o", method: "GET", path: "/" },
    settings: { ...defaultSettings, maxResponseBytes: 20 },
    canResend: true,
    secrets: [],
    sent: 1,
  },
  controller: new AbortController(),
};

const read = (reader: Read, body: RequestInit["body"], type = "", status = 200): Promise<unknown> =>
  reader(new Response(body, { status, headers: { "content-type": type } }), attempt);

describe("an answer, by what the document says of it", () => {
  it("JSON, whatever it calls itself", async () => {
    expect(await read(readJson, '{"a":1}', "application/problem+json")).toEqual({ a: 1 });
    expect(await read(readJson, '{"a":1}', "text/plain")).toEqual({ a: 1 });
    expect(await read(readJson, "", "application/json")).toBeUndefined();
    expect(await read(readJson, null, "", 204)).toBeUndefined();
    await expect(read(readJson, "{", "application/json")).rejects.toThrow(
      "o: GET / was answered with 200 and no JSON, but application/json: {",
    );
  });

  it("text and bytes", async () => {
    expect(await read(readText, "é", "text/csv; charset=utf-8")).toBe("é");
    const blob = (await read(readBlob, "a", "image/png")) as Blob;
    expect([await blob.text(), blob.type]).toEqual(["a", "image/png"]);
    expect(await read(readBlob, "")).toBeUndefined();
  });

  it("what it says it is, where the document leaves that open", async () => {
    expect(await read(readAny, "[1]", "application/json; charset=utf-8")).toEqual([1]);
    expect(await read(readAny, "<a/>", "application/xml")).toBe("<a/>");
    expect(await ((await read(readAny, "a", "image/png")) as Blob).text()).toBe("a");
  });

  it("characters that are cut by the network", async () => {
    const bytes = new TextEncoder().encode("日本");
    const parts = [bytes.slice(0, 2), bytes.slice(2, 5), bytes.slice(5)];
    const body = new ReadableStream({
      pull(out) {
        if (parts.length > 0) out.enqueue(parts.shift());
        else out.close();
      },
    });
    expect(await read(readText, body)).toBe("日本");
  });

  it("no more than is allowed", async () => {
    expect(await read(readText, "x".repeat(20))).toHaveLength(20);
    await expect(read(readText, "x".repeat(21))).rejects.toThrow("more than maxResponseBytes");
  });
});
