import { putCookie, putHeader, requestParts } from "../../../templates/static/src/runtime/request";
import { primitiveText } from "../../../templates/static/src/runtime/serialize";
import type { Operation } from "../../../templates/static/src/runtime/operation";

const operation: Operation = {
  id: "o",
  method: "GET",
  path: "/a/{id}/b/{id}",
  parameters: [
    { name: "id", in: "path" },
    { name: "id", in: "query", argument: "query.id" },
    { name: "X-Trace", in: "header", serialize: primitiveText, put: putHeader },
    { name: "session", in: "cookie", put: putCookie },
    { name: "theme", in: "cookie", put: putCookie },
  ],
};

describe("arguments go where their parameters say", () => {
  it("all of them", () => {
    const args = { id: "1 2", "query.id": "3", "X-Trace": "t", session: "a;b", theme: "dark" };
    expect(requestParts(operation, args)).toEqual({
      path: "/a/1%202/b/1%202",
      query: ["id=3"],
      headers: { "X-Trace": "t", Cookie: "session=a%3Bb; theme=dark" },
    });
  });

  it("what is absent, undefined or null is not sent", () => {
    expect(requestParts(operation, { id: "1", "query.id": null, session: undefined })).toEqual({
      path: "/a/1/b/1",
      query: [],
      headers: {},
    });
  });

  it("only own members count", () => {
    const args = Object.create({ id: "inherited" }) as Record<string, unknown>;
    expect(() => requestParts(operation, args)).toThrow("the path parameter id must not be empty or a dot segment");
  });

  it("a header that would add a line is refused", () => {
    expect(() => requestParts(operation, { id: "1", "X-Trace": "a\r\nb: c" })).toThrow(
      "the header parameter X-Trace must be one line of Latin-1",
    );
  });

  it("a replacement pattern in a value is only text", () => {
    expect(requestParts(operation, { id: "$&$1" }).path).toBe("/a/%24%26%241/b/%24%26%241");
  });

  it("no segment of the finished path leads elsewhere", () => {
    const of = (path: string, args: Record<string, string>) => () =>
      requestParts(
        { id: "o", method: "GET", path, parameters: Object.keys(args).map((name) => ({ name, in: "path" })) },
        args,
      );
    expect(of("/a/{id}/b", { id: "%2E." })).toThrow("the path parameter id must not be empty or a dot segment");
    expect(of("/a/{x}{y}", { x: ".", y: "." })).toThrow("the path parameter y must not be empty or a dot segment");
    expect(of("/a/.{x}", { x: "%252e" })).toThrow("the path parameter x must not be empty or a dot segment");
    expect(of("/a/{x}.{y}", { x: ".", y: "." })().path).toBe("/a/...");
  });

  it("any name can be that of a header", () => {
    const parameters = [{ name: "__proto__", in: "header", serialize: primitiveText, put: putHeader }] as const;
    const { headers } = requestParts(
      { id: "o", method: "GET", path: "/", parameters },
      JSON.parse('{"__proto__":"x"}') as Record<string, unknown>,
    );
    expect(Object.entries(headers)).toEqual([["__proto__", "x"]]);
  });
});
