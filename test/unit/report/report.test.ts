import type { Problem } from "../../../generator/problem";
import { printProblems } from "../../../generator/report";
import { printable } from "../../../generator/report/printable";
import { suggest } from "../../../generator/suggest";

const problem: Problem = {
  severity: "error",
  code: "some-code",
  message: "it is wrong",
  hint: "Mend it.",
  pointer: "#/a",
  place: { file: "a.yaml", line: 2, column: 4 },
};
const textOf = (): string => "one\na: wrong\nthree\n";

describe("problems, as a person reads them", () => {
  it("place, severity, code, message, pointer, lines, hint, count", () => {
    expect(printProblems([problem], { color: false, textOf })).toBe(`a.yaml:2:4 error some-code it is wrong
  at #/a
    1 | one
  > 2 | a: wrong
      |    ^
    3 | three
    4 |
  hint: Mend it.

1 problem
`);
  });

  it("in colours, where colours are wanted", () => {
    expect(printProblems([problem], { color: true, textOf })).toContain("\u001b[31merror\u001b[39m");
  });

  it("counts by severity", () => {
    const notice: Problem = { severity: "notice", code: "n", message: "m" };
    const warning: Problem = { ...notice, severity: "warning" };
    expect(
      printProblems([problem, problem, warning, notice, notice], { color: false, textOf: () => undefined }),
    ).toMatch(/\n2 problems, 1 warning, 2 notices\n$/);
  });

  it("can't drive a terminal, nor turn its text around", () => {
    const hostile: Problem = {
      ...problem,
      message: "a\u001b[2Jb\u202Ec\nd",
      place: { ...problem.place!, file: "\u001b]0;x" },
    };
    const text = printProblems([hostile], { color: false, textOf: () => "\u001b[31m\u0007" });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text).toContain("a\\u001b[2Jb\\u202ec\\u000ad");
  });

  it("shows the part of a long line that holds the place", () => {
    const line = `${"x".repeat(5000)}HERE${"y".repeat(5000)}`;
    const text = printProblems([{ ...problem, place: { file: "a", line: 1, column: 5001 } }], {
      color: false,
      textOf: () => line,
    });
    const [shown, caret] = text.split("\n").filter((row) => row.includes(" | "));
    expect(shown!.length).toBeLessThan(130);
    expect(shown!.slice(caret!.indexOf("^"))).toMatch(/^HERE/);
  });
});

describe("printable", () => {
  it.each([
    ["plain é 日本", "plain é 日本"],
    ["tab\tline\n", "tab\\u0009line\\u000a"],
    ["zero\u200bwidth \u2028", "zero\\u200bwidth \\u2028"],
    ["\ud800", "\\ud800"],
  ])("%j", (given, want) => {
    expect(printable(given)).toBe(want);
  });
});

describe("what was most likely meant", () => {
  it.each([
    ["spce", "spec"],
    ["genrate", "generate"],
    ["Summary", "summary"],
    ["xyz", undefined],
    ["", undefined],
  ])("%s: %s", (given, want) => {
    expect(suggest(given, ["spec", "generate", "summary", "out"])).toBe(want);
  });
});
