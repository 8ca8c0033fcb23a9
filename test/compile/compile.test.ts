import { compile } from "../support/compile";

/** The judge of all that is generated must be able to say no. */
describe("the compiler that the other tests ask", () => {
  const program = (code: string): string[] =>
    compile(
      new Map([
        [
          "a",
          new Map([
            ["package.json", '{ "type": "module" }'],
            ["index.ts", code],
          ]),
        ],
      ]),
    );

  it("finds a wrong type, where it is", () => {
    expect(program("export const a: number = 'one';\n")).toEqual([
      "a/index.ts:1:14 Type 'string' is not assignable to type 'number'.",
    ]);
  });

  it("finds an import that leads nowhere", () => {
    expect(program('export { a } from "./missing.js";\n')).toHaveLength(1);
  });

  it("finds nothing in what is right", () => {
    expect(program("export const a: number = 1;\n")).toEqual([]);
  });
});
