import type { ParameterDescriptor } from "../../../templates/static/src/runtime/operation";
import { pairsOf, serializePrimitive, serializeStyled } from "../../../templates/static/src/runtime/serialize";

const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

/** The table of OpenAPI 3.1.1, Style Examples; test/wire asks much more of the same. */
describe("what a value looks like, by location and style", () => {
  it.each<[ParameterDescriptor["in"], string, boolean, string, string, string]>([
    ["path", "matrix", false, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
    ["path", "matrix", true, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
    ["path", "label", false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
    ["path", "label", true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
    ["path", "simple", false, "blue", "blue,black,brown", "R,100,G,200,B,150"],
    ["path", "simple", true, "blue", "blue,black,brown", "R=100,G=200,B=150"],
    ["query", "form", false, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    ["query", "form", true, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
    ["query", "spaceDelimited", false, "color=blue", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"],
    ["query", "pipeDelimited", false, "color=blue", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"],
    ["header", "simple", false, "blue", "blue,black,brown", "R,100,G,200,B,150"],
    ["header", "simple", true, "blue", "blue,black,brown", "R=100,G=200,B=150"],
    ["cookie", "form", false, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    ["cookie", "form", true, "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"],
  ])("%s, %s, explode %s", (location, style, explode, ofString, ofList, ofObject) => {
    const parameter: ParameterDescriptor = { name: "color", in: location, style, explode, type: "any" };
    expect(["blue", list, object].map((value) => serializeStyled(parameter, value))).toEqual([
      ofString,
      ofList,
      ofObject,
    ]);
  });

  it("a primitive in its location's default style needs no more than its text", () => {
    const texts = (["path", "query", "cookie"] as const).map((location) =>
      serializePrimitive({ name: "a b", in: location }, "é/"),
    );
    expect(texts).toEqual(["%C3%A9%2F", "a%20b=%C3%A9%2F", "a%20b=%C3%A9%2F"]);
  });

  it("deepObject", () => {
    const parameter: ParameterDescriptor = { name: "color", in: "query", style: "deepObject", type: "object" };
    expect(serializeStyled(parameter, object)).toBe("color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150");
    expect(pairsOf(parameter, { a: 1 })).toEqual([["color[a]", ["1"]]]);
  });

  it("what is empty is not sent", () => {
    for (const location of ["path", "query", "header", "cookie"] as const) {
      for (const value of [[], [null], {}, { a: undefined }])
        expect(serializeStyled({ name: "q", in: location, type: "any" }, value)).toBeUndefined();
    }
  });

  it("content: JSON, encoded for its place", () => {
    const parameter = { name: "filter", mediaType: "application/json" } as const;
    expect(serializeStyled({ ...parameter, in: "query" }, { a: "&" })).toBe("filter=%7B%22a%22%3A%22%26%22%7D");
    expect(serializeStyled({ ...parameter, in: "path" }, ["/"])).toBe("%5B%22%2F%22%5D");
    expect(serializeStyled({ ...parameter, in: "header" }, { a: 1 })).toBe('{"a":1}');
  });

  it("allowReserved keeps RFC 3986's reserved characters and triples, but never ends the query", () => {
    const parameter: ParameterDescriptor = { name: "q", in: "query", allowReserved: true };
    expect(serializeStyled(parameter, "a/b?c=d[1]#e é%2F%5b%zz%")).toBe("q=a/b?c=d[1]%23e%20%C3%A9%2F%5b%25zz%25");
  });

  it("numbers, booleans, big integers; nothing that has no text", () => {
    const parameter: ParameterDescriptor = { name: "q", in: "query", type: "any" };
    expect([0, -1.5, true, 12345678901234567890n].map((value) => serializeStyled(parameter, value))).toEqual([
      "q=0",
      "q=-1.5",
      "q=true",
      "q=12345678901234567890",
    ]);
    for (const value of [Number.NaN, Infinity, Symbol.iterator, () => 1, [{}], { a: [] }, "\ud800"])
      expect(() => serializeStyled(parameter, value)).toThrow("the query parameter q");
  });

  it("a list or an object only where the document has one", () => {
    const serialize = (type: ParameterDescriptor["type"], value: unknown) =>
      serializeStyled({ name: "q", in: "query", ...(type && { type }) }, value);
    expect(() => serialize(undefined, [1])).toThrow("must not be a list");
    expect(() => serialize("array", { a: 1 })).toThrow("must not be an object");
    expect(() => serialize("object", [1])).toThrow("must not be a list");
    expect(serialize("array", "one")).toBe("q=one");
  });
});
