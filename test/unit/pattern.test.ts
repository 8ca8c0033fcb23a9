import { compilePattern } from "../../generator/pattern";

it.each([
  ["^\\d+$", "12", true],
  ["^\\d+$", "a", false],
  ["[+*]", "a+b", true],
  ["^a{2,3}$", "aaaa", false],
  ["^(a|b)+$", "abba", true],
  ["^(a|b)+$", "abc", false],
  ["^\\p{L}$", "é", true],
])("%s takes %s: %s", (pattern, text, wanted) => {
  expect(compilePattern(pattern)!.test(text)).toBe(wanted);
});

it.each(["^(?!a)b", "(a)\\1", "(", "a{2,1}"])("%s can't be run", (pattern) => {
  expect(compilePattern(pattern)).toBeUndefined();
});

it.each(["^(a+)+$", "^(a|a)*$", `^${"(a|a)".repeat(40)}$`, "^a*a*a*a*a*a*a*$", "^\\d+$"])(
  "%s is asked of a long text in no time",
  (pattern) => {
    const start = performance.now();
    expect(compilePattern(pattern)!.test(`${"a".repeat(20_000)}!`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  },
);
