import fc from "fast-check";

/** Schemas that hardly anybody writes, and what is none. */
const odd: readonly unknown[] = [
  ...[true, false, null, "text", 5, [], {}],
  ...[{ not: {} }, { enum: [] }, { enum: [null] }, { enum: ["a", 1, true, null, { b: [] }] }, { type: [] }],
  ...[{ type: ["string", "null"] }, { type: "null" }, { const: { a: [1] } }, { type: "object", enum: ["a"] }],
  ...[{ allOf: [true] }, { oneOf: [{}, { type: "string" }] }, { anyOf: [] }, { type: "array", items: false }],
  ...[{ prefixItems: [{}], items: false }, { type: "array" }, { additionalProperties: false }, { required: ["a"] }],
  ...[
    { type: "string", format: "binary" },
    { type: "object", properties: { a: true, "": false } },
  ],
];

type Container = Record<string, unknown>;

/** A document with one change somewhere in it, always the same for a seed. */
export function edited(text: string, seed: number): string {
  const document = JSON.parse(text) as Container;
  const [choice] = fc.sample(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...Object.values(edits))), {
    numRuns: 1,
    seed,
  }) as [[number, number, Edit]];
  const [at, from, edit] = choice;
  const places = placesOf(document).filter(({ depth }) => depth > 1);
  const place = places[at % places.length]!;
  const alike = places.filter(({ parent, key }) => typeof parent[key] === typeof place.parent[place.key]);
  edit(place, alike[from % alike.length]!, from);
  return JSON.stringify(document);
}

interface At {
  readonly parent: Container;
  readonly key: string;
  readonly depth: number;
  readonly pointer: string;
}

function placesOf(value: unknown, depth = 0, at = ""): At[] {
  if (typeof value !== "object" || value === null) return [];
  const parent = value as Container;
  return Object.keys(parent).flatMap((key) => {
    const pointer = `${at}/${encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
    return [{ parent, key, depth, pointer }, ...placesOf(parent[key], depth + 1, pointer)];
  });
}

type Edit = (at: At, other: At, index: number) => void;

const edits: Record<string, Edit> = {
  remove: ({ parent, key }) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  },
  say: ({ parent, key }) => {
    const value = parent[key];
    parent[key] = typeof value === "string" ? `${value}2` : typeof value === "boolean" ? !value : value;
  },
  copyHere: ({ parent, key }, { parent: other, key: from }) => {
    parent[key] = structuredClone(other[from]);
  },
  copyOdd: ({ parent, key }, _, index) => {
    parent[key] = structuredClone(odd[index % odd.length]);
  },
  refer: ({ parent, key }, { pointer }) => {
    parent[key] = { $ref: `#${pointer}` };
  },
  add: ({ parent, key }) => {
    if (!Array.isArray(parent)) parent[`${key}Too`] = structuredClone(parent[key]);
  },
  moveToTheEnd: ({ parent, key }) => {
    if (Array.isArray(parent)) return;
    const value = parent[key];
    Reflect.deleteProperty(parent, key);
    parent[key] = value;
  },
};
