import fc from "fast-check";

/** The seed and the number of runs of every property here: `WIRE_SEED=1 WIRE_RUNS=5000 npx jest test/wire`. */
export const seed = Number(process.env["WIRE_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
export const numRuns = Number(process.env["WIRE_RUNS"] ?? 100);
export const printed = `seed ${seed}, ${numRuns} runs`;

/** Texts that have broken clients: delimiters of every style, URL syntax, what looks encoded, what looks like a pattern. */
const nasty = [
  ...[
    "",
    " ",
    "a/b",
    "a?x",
    "a#f",
    "a\\b",
    "a;b",
    "a%2fb",
    "a&b=c",
    "a+b",
    "a,b",
    "a|b",
    "a.b",
    "[x]",
    "a=b",
    "!'()*~",
  ],
  ...[
    ".",
    "..",
    "...",
    "%2e",
    "%2E%2e",
    ".%2E",
    "%252e",
    "%25",
    "%",
    "%zz",
    "%00",
    "$&",
    "$1",
    "{other}",
    "{text}",
    "}{",
  ],
  ...[
    "é",
    "ß→ø",
    "😀",
    "👩‍👩‍👧",
    "\u0000",
    "\n",
    "\r\n",
    "\t",
    "\u2028",
    "\u202e",
    '"',
    "<b>",
    "`",
    "^",
    "null",
    "__proto__",
  ],
];

const character = fc.constantFrom(...nasty.flatMap((value) => Array.from(value)));

/** Any text that has a form in UTF-8. */
export const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.array(character, { maxLength: 8 }).map((parts) => parts.join("")),
);

/** Text that a header can carry. */
const latin1 = fc.string({
  unit: fc.constantFrom(...Array.from(" !#$%&'()*+,-./09:;<=>?@AZ[]^_`az{|}~\tàÿ")),
  maxLength: 10,
});

const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

const primitive = (texts: fc.Arbitrary<string>): fc.Arbitrary<string | number | boolean> =>
  fc.oneof({ weight: 4, arbitrary: texts }, number, fc.boolean());

const absent = fc.constantFrom(null, undefined);

const list = (texts: fc.Arbitrary<string>): fc.Arbitrary<unknown[]> =>
  fc.array(fc.oneof({ weight: 9, arbitrary: primitive(texts) }, absent), { maxLength: 5 });

/** Objects with own members of any name: `__proto__` and `constructor`, too. */
const object = (texts: fc.Arbitrary<string>): fc.Arbitrary<object> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(texts, fc.constantFrom("__proto__", "constructor", "toString")),
        fc.oneof({ weight: 9, arbitrary: primitive(texts) }, absent),
      ),
      { maxLength: 5 },
    )
    .map((members) => Object.fromEntries(members));

/** A value for a parameter, by the name of its schema in the fixture. */
export function valueFor(schema: string, location: string): fc.Arbitrary<unknown> {
  const texts = location === "header" ? fc.oneof({ weight: 9, arbitrary: latin1 }, text) : text;
  if (schema === "List") return list(texts);
  if (schema === "Object") return object(texts);
  return texts;
}

/** What a form can hold, by property of the fixture's `Everything`. */
export const everything = fc.record(
  {
    text,
    number,
    flag: fc.oneof(text, fc.boolean(), fc.constant(null)),
    list: fc.array(primitive(text), { maxLength: 4 }),
    object: object(text),
    objects: fc.array(object(text), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
