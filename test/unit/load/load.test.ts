import { load } from "../../../generator/load";
import { GenerateError } from "../../../generator/problem";
import { temporaryFolder, writeFiles } from "../../support/command";

const folder = temporaryFolder();

function read(name: string, text: string) {
  writeFiles(folder(), { [name]: text });
  return load(name, { cwd: folder() });
}

function codes(name: string, text: string): string[] {
  try {
    read(name, text);
    return [];
  } catch (error) {
    return (error as GenerateError).problems.map(
      ({ code, place }) => `${place?.line ?? 0}:${place?.column ?? 0} ${code}`,
    );
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("YAML is read as JSON's types", () => {
  it.each([
    ["a: no\nb: yes\nc: on", { a: "no", b: "yes", c: "on" }],
    ["a: true\nb: null\nc: ~\nd:", { a: true, b: null, c: null, d: null }],
    ["a: 1\nb: 1.50\nc: '1'\nd: 0x10", { a: 1, b: 1.5, c: "1", d: 16 }],
    ["a: 2026-11-24\nb: 12:30:45", { a: "2026-11-24", b: "12:30:45" }],
    ["200: a\n0404: b", { "200": "a", "0404": "b" }],
    ["a: |\n  x\n  y\nb: >-\n  x\n  y", { a: "x\ny\n", b: "x y" }],
    ["a: &x [1, 2]\nb: *x", { a: [1, 2], b: [1, 2] }],
    ["a: {b: 1}\r\nc: 2\r\n", { a: { b: 1 }, c: 2 }],
    ["\uFEFFa: 1", { a: 1 }],
    ["# nothing but a comment", null],
  ])("%j", (text, value) => {
    expect(plain(read("a.yaml", text).value)).toEqual(value);
  });

  it.each([
    ["a: 1\na: 2", ["2:1 duplicate-key"]],
    ["a: *x", ["1:4 invalid-yaml"]],
    ["a: &x [*x]", ["1:8 alias-cycle"]],
    ["? [a]\n: 1", ["1:3 not-json"]],
    ["a: .nan", ["1:4 not-json"]],
    ["a: !!js/function x", ["1:4 yaml-tag"]],
    ["a: 1\n---\nb: 2", ["2:1 invalid-yaml"]],
  ])("%j is refused", (text, problems) => {
    expect(codes("a.yaml", text)).toEqual(problems);
  });
});

describe("JSON", () => {
  it("by its name, or by its first character", () => {
    expect(plain(read("a.json", '{"a": [1, "é"]}').value)).toEqual({ a: [1, "é"] });
    expect(plain(read("a", ' {"a": 1}').value)).toEqual({ a: 1 });
  });

  it.each([
    ['{"a": 1, "a": 2}', ["1:10 duplicate-key"]],
    ['{"a": 1} x', ["1:10 invalid-json"]],
    ['{"a": 1,}', ["1:9 invalid-json", "1:9 invalid-json"]],
    ['{"a": \u0000}', ["1:7 nul-character"]],
  ])("%j is refused", (text, problems) => {
    expect(codes("a.json", text)).toEqual(problems);
  });
});

describe("what no name can do", () => {
  it.each(["a.yaml", "a.json"])("%s: __proto__ is a key like any other", (name) => {
    const { value } = read(name, '{"__proto__": {"polluted": true}, "constructor": 1}');
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("where a value is", () => {
  it.each(["a.yaml", "a.json"])("%s", (name) => {
    const source = read(name, '{\n  "a/b": {\n    "c": [10,\n      20] } }\n');
    expect(source.locate("/a~1b/c/1")).toEqual({ file: name, line: 4, column: 7, pointer: "/a~1b/c/1" });
    expect(source.locate("/a~1b", "key")).toMatchObject({ line: 2, column: 3 });
    expect(source.locate("/a~1b/c/7/x")).toMatchObject({ line: 3, column: 10 });
    expect(source.locate("")).toMatchObject({ line: 1, column: 1 });
  });
});
