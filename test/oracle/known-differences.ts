import type { OpenAPITSOptions } from "openapi-typescript" with { "resolution-mode": "import" };
import type { Differences } from "./comparison";

/** What openapi-typescript has a string for, and ours bytes: `format: binary`, and a body that is no text. */
const bytes = "Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream<Uint8Array>";
const files = { "body.file?": "Blob", "body.files?": "Blob[]" };

/** Of a parameter with `content`: it is given as the value that its media type encodes, not as text. */
const record = "Record<string, string | number | boolean>";

/** The read-write fixture, in each direction. A thing that holds itself has no path to say it by. */
const thingSent = "{ body: ThingSent }";
const thingAnswered = { "": "ThingAnswered" };

const sized = {
  first: '{ unit: "MM" | "CM" }',
  "unit?": '"MM" | "CM"',
  "order?": '"OLD" | "NEW"',
  "part?": "{ name: string }",
  $defs: "never",
};

const colour = '"RED" | "GREEN"';

/**
 * Where our types are not openapi-typescript's, all of it, and why. By fixture and part: by path, what ours have in its place. An
 * entry is needed, or the test says that it is not; and it is exact, for the types amended by it must be ours.
 */
export const knownDifferences: Readonly<Record<string, Differences>> = {
  // A part of allOf requires what another part describes: openapi-typescript looks for it only in its own part, and makes
  // an object that takes any property of a part that has none.
  "all-of-required": {
    "orders_create arguments": { "body.colour": colour, "body.amount": "number", "body.[string]": "never" },
    ...both("orders_create", "201", { colour, amount: "number", "[string]": "never" }),
  },
  "all-of": both("cat_get", "200", { "": "{ name: string; legs: number; purrs: boolean }" }),
  audiences: {
    "audiences_create arguments": requiredOfAudience("body"),
    "audiences_create_custom arguments": requiredOfAudience("body"),
  },
  // Bytes.
  "binary-multipart": {
    "files_upload arguments": { "body.file": "Blob" },
    "files_replace arguments": { "body?": bytes },
    ...both("files_download", "200", { "": "Blob" }),
  },
  // Of a reference into a schema or an operation openapi-typescript makes what does not compile, and of `$defs` a property.
  "deep-references": {
    ...both("things_first", "200", sized),
    ...both("things_last", "200", sized),
    "things_last arguments": { "order?": '"OLD" | "NEW"' },
  },
  // A tag: openapi-typescript leaves a schema without `type` as it is, gives a schema in several unions the values of the first,
  // reads the discriminator of oneOf only, and makes a parent and its alternatives of each other, which does not compile.
  "discriminator-circular": both("pet_get", "200", { "": "Cat | Dog" }),
  "discriminator-implicit": {
    "pet_put arguments": { body: "Cat | Dog" },
    ...both("pet_put", "200", { "": "Cat | Dog" }),
  },
  "discriminator-shared": {
    ...both("pet_get", "200", { "": 'Cat<"house-cat"> | Cat<"alley-cat"> | Dog' }),
    ...both("guest_get", "200", { "": "Cat | Human" }),
    ...both("cat_get", "200", { "": "Cat" }),
    ...both("patient_get", "200", { "": 'Cat<"feline"> | Dog' }),
    ...both("vehicle_get", "200", { "owner?": "Cat | Human" }),
  },
  // Bytes, among other media types.
  "media-types": {
    ...both("things_create", "200", { "": "{ name: string } | string | Blob" }),
    "things_replace returns": { "": "{ name: string } | Blob | string" },
    "things_replace 200": { "": "{ name: string } | Blob" },
  },
  // A body that `fetch` never sends.
  "out-of-reach": { "files_search arguments": { "": "Record<string, never>" } },
  // Tuples: openapi-typescript has no others behind them, none that may be missing, and anything where no type is said.
  "prefix-items": {
    "routes_create arguments": tuples("body."),
    ...both("routes_create", "201", tuples("")),
  },
  // A schema that lists itself: openapi-typescript's does not compile (TS2502).
  "recursive-lists": both("settings_get", "200", { "": "Json" }),
  // What limits a reference of 3.1 beside it.
  "reference-siblings": both("things_get", "200", { "named?": "{ name: string }" }),
  // An object without declared properties holds anything: `emptyObjectsUnknown`, which we set otherwise.
  credentials: { "things_query arguments": { "body?": "Record<string, unknown>" } },
  // Content.
  "header-cookie-parameters": { "things_list arguments": { "where?": "{ name?: string }" } },
  "parameter-styles": {
    "styles_content arguments": {
      ...{ json: record, "query.json?": record, "X-Json?": record, "session?": record },
    },
    "styles_body_multipart arguments": files,
    "styles_body_multipart_styled arguments": files,
    "styles_body_binary arguments": { body: bytes },
    "styles_body_image arguments": { body: bytes },
  },
  // readOnly and writeOnly: `Thing` is split into `Thing` and `ThingInput`, `OnlySent` has no `id`, for it is only sent.
  "read-write": {
    "things_create arguments": { "": thingSent },
    ...both("things_create", "201", thingAnswered),
    "things_put arguments": { "body.id": "never" },
  },
  // A default does not make a property always there: openapi-typescript's `defaultNonNullable`, which we set otherwise.
  "request-bodies": {
    "things_create arguments": { "body.size?": "number" },
    ...both("things_create", "201", { "size?": "number" }),
    ...both("things_update", "200", { "size?": "number" }),
  },
};

/**
 * Options of openapi-typescript that we set otherwise (DECISIONS.md, 3), where that makes the difference in every other type. All other
 * documents are asked of it with nothing set.
 */
export const options: Readonly<Record<string, OpenAPITSOptions>> = { audiences: { emptyObjectsUnknown: true } };

/** Types that entries name. */
export const declarations: Readonly<Record<string, string>> = {
  "discriminator-circular": `
interface Cat { kind: "Cat"; name?: string; purrs?: boolean }
interface Dog { kind: "Dog"; name?: string; barks?: boolean }
`,
  "discriminator-implicit": `
interface Cat { kind: "Cat"; purrs?: boolean }
interface Dog { kind: "Dog"; barks?: boolean }
`,
  "discriminator-shared": `
interface Cat<Kind = "house-cat" | "alley-cat" | "feline"> { kind: Kind; species: "felis"; purrs?: boolean }
interface Dog { kind: "dog"; barks?: boolean }
interface Human { species: "homo"; name?: string }
`,
  "recursive-lists": "\ntype Json = string | Json[] | { [key: string]: Json };\n",
  "read-write": `
interface ThingSent { name: string; secret: string; parts?: { whole?: ThingSent }[]; plain?: { a?: string } }
interface ThingAnswered { id: string; name: string; parts?: { id: string; whole?: ThingAnswered }[]; plain?: { a?: string } }
`,
};

function tuples(place: string): Differences[string] {
  return {
    [`${place}rest?`]: "[string, ...number[]]",
    [`${place}open?`]: "[string, ...unknown[]]",
    [`${place}silent?`]: "[string]",
    [`${place}short?`]: "[string, boolean?] | null",
  };
}

/** The same for what a function returns and for its result by status. */
export function both(operation: string, status: string, difference: Differences[string]): Differences {
  return { [`${operation} returns`]: difference, [`${operation} ${status}`]: difference };
}

/** What `AudienceCreateRequest` requires of `AudienceCommon`. */
export function requiredOfAudience(body: string): Differences[string] {
  return { [`${body}.name`]: "string", [`${body}.rule`]: 'components["schemas"]["AudienceRule"]' };
}
