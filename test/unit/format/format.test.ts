import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import type { Plugin } from "prettier";
import { format as prettier } from "prettier/standalone";
import fc from "fast-check";
import { format } from "../../../generator/format";
import { piecesOf } from "../../../generator/format/pieces";
import { settled } from "../../../generator/format/settled";
import { style } from "../../../generator/format/style";
import { withinTime } from "../../../generator/time-limit";
import { features, fixturePath } from "../../support/fixtures";
import { generate } from "../../support/generate";

const whole = (text: string): Promise<string> =>
  prettier(text, { ...style, parser: "typescript", plugins: [estree as Plugin, typescript] });

const many = Array.from({ length: 40 }, (_, index) => `export const a${index}={a:${index}}`).join("\n\n\n");

describe("TypeScript is formatted in pieces, to what prettier makes of the whole", () => {
  it.each([
    ["statements", many],
    [
      "a border in a comment",
      `${many}\n\n/* one\n\nexport const b = 1\n\n*/\nexport const c  = 2\n\n${many}`.replaceAll("a", "z"),
    ],
    ["a border in a literal", `const d = \`one\n\nexport const e = 1\n\nconst f\`\n\n${many}`],
    ["a border in a body", `function g() {\n\nconst h  = 1\n\nconst i = 2\n}\n\n${many}`],
    ["comments alone", "// one\n\n/** two */\nexport const j = 1\n\n/** three */\n"],
    ["nothing", ""],
  ])("%s", async (_, text) => {
    const [file] = await format([{ path: "src/a.ts", text }]);
    expect(file?.text).toBe(await whole(text));
  });

  it("has no more than eight statements in one, whatever their size", () => {
    expect(piecesOf(many)).toHaveLength(5);
  });

  it("takes statements as they are in which there is nothing to decide", () => {
    const statement = "/** One. */\nexport type A = B;";
    expect(piecesOf(`${statement}\n\n${many}\n\n${statement}\n`).map(({ isSettled }) => isSettled)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it.each(["spec/audiences.yaml", ...features.map(fixturePath)])(
    "is what prettier leaves as it is: %s",
    async (spec) => {
      // The runtime is the same in every package: it is looked at in the first.
      const skipped = spec === "spec/audiences.yaml" ? /^src\/openapi\.ts$/ : /^src\/(openapi\.ts$|runtime\/)/;
      const files = [...(await generate(spec))].filter(([path]) => /^src\/.*\.ts$/.test(path) && !skipped.test(path));
      for (const [, text] of files) expect(await whole(text)).toBe(text);
    },
  );

  it("text that is no TypeScript is refused, with its place", async () => {
    await expect(format([{ path: "src/a.ts", text: "export const = 1" }])).rejects.toThrow("(1:14)");
  });
});

describe("a statement that is settled", () => {
  afterEach(() => {
    delete process.env["AUDIENCES_CODEGEN_TIME_LIMIT"];
  });

  const name = fc.integer({ min: 1, max: 70 }).map((length) => "n".repeat(length));
  const string = fc
    .string({ unit: fc.constantFrom(...Array.from(`ab/{}[], .:'"\\é`)), maxLength: 30 })
    .map((text) => JSON.stringify(text));
  const atom = fc.oneof(name, string, fc.constantFrom("[]", "{}", "1", "1.50", "true"));
  const key = fc.oneof({ weight: 9, arbitrary: name }, string);
  const object = fc
    .array(fc.tuple(key, atom), { minLength: 1, maxLength: 3 })
    .map((members) => `{ ${members.map(([key, value]) => `${key}: ${value}`).join(", ")} }`);
  const list = fc.array(fc.oneof(atom, object), { maxLength: 4 }).map((items) => `[${items.join(", ")}]`);
  const lists = fc.array(list, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`);
  const value = fc.oneof(
    atom,
    object,
    list,
    lists,
    fc.array(object, { maxLength: 4 }).map((items) => `[${items.join(", ")}]`),
  );
  const reference = fc.tuple(name, string).map(([name, key]) => `${name}[${key}]`);
  const type = fc.oneof(
    name,
    reference,
    fc.tuple(name, reference).map(([name, inner]) => `Promise<${name}, ${inner}>`),
    fc.tuple(reference, name).map(([left, right]) => `${left} | ${right}`),
    fc.tuple(name, name).map(([left, right]) => `{ ${left}: ${right} }`),
    name.map((name) => `(a: ${name}) => ${name}`),
  );
  const comment = fc.constantFrom(
    "",
    "  /** One. */\n",
    "  /**\n   * Öne.\n   */\n",
    " /**\n   * One.\n   */\n",
    "  // one\n",
  );
  const block = (head: string, members: fc.Arbitrary<string>, end: string): fc.Arbitrary<string> =>
    fc
      .array(fc.tuple(comment, members), { maxLength: 4 })
      .map((lines) => `${head}\n${lines.map(([comment, line]) => `${comment}  ${line}\n`).join("")}${end}`);

  const statements = fc.oneof(
    fc.tuple(name, type).map(([name, type]) => `export type ${name} = ${type};`),
    fc
      .tuple(name, fc.array(type, { minLength: 1, maxLength: 4 }))
      .map(([name, members]) => `export type ${name} =\n${members.map((member) => `  | ${member}\n`).join("")};`),
    block(
      "export interface A {",
      fc.tuple(key, type).map(([key, type]) => `${key}?: ${type};`),
      "}",
    ),
    block(
      "export interface A {",
      fc.tuple(name, name, type).map(([method, args, type]) => `${method}(args?: ${args}, options?: B): ${type};`),
      "}",
    ),
    block(
      "const a: A = {",
      fc.tuple(key, value).map(([key, value]) => `${key}: ${value},`),
      "};",
    ),
    block(
      "const a: A = {",
      fc.tuple(name, name).map(([method, call]) => `${method}: (args, options) => ${call}(transport, args, options),`),
      "};",
    ),
    fc
      .tuple(name, name, type)
      .map(
        ([name, args, type]) =>
          `export function ${name}(\n  transport: T,\n  args: ${args} = {},\n  options?: B,\n): ${type} {\n  return call(transport, ${args}, args);\n}`,
      ),
    fc
      .tuple(fc.constantFrom("import", "import type", "export"), fc.array(name, { minLength: 1, maxLength: 4 }))
      .map(([word, names]) => `${word} {\n${names.map((name) => `  ${name},\n`).join("")}} from "./a.js";`),
  );

  it("has brackets in its texts", async () => {
    const statement = 'const a: A = {\n  a: [{ name: "}, {", in: "a" }, { name: "b", in: "]: [" }],\n};';
    expect(settled(statement)).toBe(await whole(statement));
  });

  it("is read in a time that grows with its length alone", () => {
    const units = [
      "a.",
      "a, ",
      "a: b, ",
      "a | ",
      "A<",
      '"a" | ',
      '["a"], ',
      "{ a: b }, ",
      "{ a: b, c: d }, ",
      "[a, ",
      "(a) => ",
    ];
    const places = [
      "export type A = @;",
      "export type A =\n  | @\n;",
      "import { @ } from 'a';",
      "import {\n  @,\n} from 'a';",
      "export interface A {\n  a: @;\n}",
      "export interface A {\n  a(args: A, options: B): @;\n}",
      "const a: A = {\n  a: @,\n};",
      "const a: A = {\n  a: [@],\n};",
      "const a: A = {\n  a: (args, options) => a(@),\n};",
      "/**\n * @ */\n",
    ];
    // A statement of 100,000 characters takes milliseconds, and for ever where an expression tries every way to split it.
    process.env["AUDIENCES_CODEGEN_TIME_LIMIT"] = "10";
    withinTime("reading long statements", () => {
      for (const unit of units)
        for (const place of places)
          for (const end of ["", "!"]) settled(place.replace("@", unit.repeat(100_000 / unit.length) + end));
    });
  });

  it("is what prettier writes", async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(statements, async (statement) => {
        const text = settled(statement);
        if (text === undefined) return;
        taken += 1;
        expect(text).toBe(await whole(statement));
      }),
      { numRuns: 1500, seed: 1 },
    );
    expect(taken).toBeGreaterThan(300);
  }, 60_000);
});
