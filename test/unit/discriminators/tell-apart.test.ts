import { tellApart } from "../../../generator/discriminators";
import { ownTags, tagsOf } from "../../../generator/discriminators/tags";
import type { Document } from "../../../generator/flow";
import type { Schema, SchemaObject } from "../../../generator/openapi";

const reference = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, Schema> = {}): SchemaObject => ({ type: "object", properties });
const kind = object({ kind: { type: "string" } });
const told = (parts: string[], mapping?: Record<string, string>): SchemaObject => ({
  oneOf: parts.map(reference),
  discriminator: { propertyName: "kind", ...(mapping && { mapping }) },
});

function given(schemas: Record<string, Schema>): Document {
  return { openapi: { openapi: "3.1.0", info: { title: "", version: "" }, components: { schemas } } } as Document;
}

/** What each component says of `kind` afterwards. */
function kinds(schemas: Record<string, Schema>): Record<string, string[]> {
  const { openapi } = tellApart(given(schemas));
  const named = Object.keys(schemas).map((name) => [name, ownTags(openapi, reference(name), "kind")] as const);
  return Object.fromEntries(named.filter(([, tags]) => tags !== undefined)) as Record<string, string[]>;
}

describe("a component says by which values it is told", () => {
  const cases: [title: string, schemas: Record<string, Schema>, want: Record<string, string[]>][] = [
    ["by its name", { Pet: told(["Cat", "Dog"]), Cat: kind, Dog: kind }, { Cat: ["Cat"], Dog: ["Dog"] }],
    ["by a mapping of bare names", { Pet: told(["Cat"], { a: "Cat", b: "Cat" }), Cat: kind }, { Cat: ["a", "b"] }],
    [
      "by its name where a mapping has others",
      { Pet: told(["Cat", "Dog"], { d: "Dog" }), Cat: kind, Dog: kind },
      { Cat: ["Cat"], Dog: ["d"] },
    ],
    [
      "by the values of two unions",
      { Pet: told(["Cat"], { a: "Cat" }), Guest: told(["Cat"], { b: "Cat" }), Cat: kind },
      { Cat: ["a", "b"] },
    ],
    [
      "by those that its own enum has",
      { Pet: told(["Cat"], { a: "Cat", b: "Cat" }), Cat: object({ kind: { enum: ["b", "c"] } }) },
      { Cat: ["b"] },
    ],
    [
      "by its own enum where a document contradicts itself",
      { Pet: told(["Cat"]), Cat: object({ kind: { const: "cat" } }) },
      { Cat: ["cat"] },
    ],
    ["in a part of its own", { Pet: told(["Cat"]), Cat: { allOf: [reference("Base")] }, Base: kind }, { Cat: ["Cat"] }],
    ["beside its other properties", { Pet: told(["Cat"]), Cat: object({ name: true }) }, { Cat: ["Cat"] }],
    ["not where a number tells", { Pet: told(["Cat"]), Cat: object({ kind: { type: "integer" } }) }, {}],
    ["not where it is a union itself", { Pet: told(["Cat"]), Cat: told(["Lion"]), Lion: kind }, { Lion: ["Lion"] }],
    [
      "by its parent's, and a parent by its children's",
      {
        Base: { ...kind, discriminator: { propertyName: "kind", mapping: { a: "A" } } },
        A: { allOf: [reference("Base")] },
        B: { allOf: [reference("Other"), reference("A")] },
        Other: object(),
      },
      { A: ["a", "B"], B: ["B"] },
    ],
  ];

  it.each(cases)("%s", (_title, schemas, want) => {
    expect(kinds(schemas)).toEqual(want);
  });

  it("and a union by which of them here", () => {
    const schemas = { Pet: told(["Cat"], { a: "Cat" }), Guest: told(["Cat"], { b: "Cat" }), Cat: kind };
    const { openapi } = tellApart(given(schemas));
    expect(tagsOf(openapi, schemas.Guest, reference("Cat"))).toEqual(["b"]);
  });

  it("and a document without discriminators is the same document", () => {
    const document = given({ Cat: kind });
    expect(tellApart(document)).toBe(document);
  });
});
