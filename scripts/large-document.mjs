// Makes an OpenAPI 3.0 document with N operations: the same bytes every time, with the mix of a real one (lists with cursors, bodies,
// shared errors, enums, allOf, unions, nullable fields, lists in queries; about three schemas an operation).
//   node scripts/large-document.mjs [--operations 231] > large.json
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const adjectives = [
  "Shared",
  "Daily",
  "Regional",
  "Primary",
  "Nested",
  "Scheduled",
  "Linked",
  "Archived",
  "Hidden",
  "Paid",
];
const nouns = [
  "Campaign",
  "Board",
  "Catalog",
  "Product",
  "Report",
  "Audience",
  "Keyword",
  "Invoice",
  "Partner",
  "Asset",
];
const words = ["name", "status", "budget", "start_time", "currency", "country", "owner", "label", "position", "rating"];
const verbs = ["list", "create", "get", "update", "delete"];

/** An OpenAPI document, as a value. */
export function largeDocument(operations) {
  const next = random(operations);
  const document = {
    openapi: "3.0.3",
    info: {
      title: "Large",
      version: "1.0.0",
      description: `A document with ${operations} operations, made by a script.`,
    },
    servers: [{ url: "https://api.example.com/v1" }],
    security: [{ oauth: ["all:read"] }],
    tags: [],
    paths: {},
    components: { securitySchemes: { oauth: oauth() }, parameters: sharedParameters(), schemas: sharedSchemas() },
  };
  for (let made = 0; made < operations; made += verbs.length) {
    const index = made / verbs.length;
    addResource(document, resourceName(index), tagOf(document, index), verbs.slice(0, operations - made), next);
  }
  return document;
}

/** `SharedCampaign`, …, `SharedCampaign2`, … */
function resourceName(index) {
  const name = adjectives[Math.floor(index / nouns.length) % adjectives.length] + nouns[index % nouns.length];
  const round = Math.floor(index / (nouns.length * adjectives.length));
  return round === 0 ? name : `${name}${round + 1}`;
}

/** Two resources share a tag. */
function tagOf(document, index) {
  const name = snake(resourceName(index - (index % 2)));
  if (index % 2 === 0) document.tags.push({ name, description: `Everything about ${name.replaceAll("_", " ")}.` });
  return name;
}

function addResource({ paths, components }, name, tag, own, next) {
  const path = `/accounts/{account_id}/${snake(name)}s`;
  const id = `${snake(name)}_id`;
  Object.assign(components.schemas, resourceSchemas(name, next));
  const make = {
    list: listOperation,
    create: createOperation,
    get: getOperation,
    update: updateOperation,
    delete: deleteOperation,
  };
  const methods = { list: "get", create: "post", get: "get", update: "patch", delete: "delete" };
  for (const verb of own) {
    const isOne = verb === "get" || verb === "update" || verb === "delete";
    const at = isOne ? `${path}/{${id}}` : path;
    const accountId = { $ref: "#/components/parameters/account_id" };
    const oneId = {
      name: id,
      in: "path",
      required: true,
      description: `The id of a ${snake(name)}.`,
      schema: { type: "string" },
    };
    paths[at] ??= { parameters: isOne ? [accountId, oneId] : [accountId] };
    paths[at][methods[verb]] = { operationId: `${snake(name)}s_${verb}`, tags: [tag], ...make[verb](name, next) };
  }
}

function listOperation(name, next) {
  return {
    summary: `List ${snake(name)}s`,
    description: `${sentence(next)} ${sentence(next)}`,
    parameters: [
      { $ref: "#/components/parameters/bookmark" },
      { $ref: "#/components/parameters/page_size" },
      {
        name: "order",
        in: "query",
        description: "The order of the items.",
        schema: { type: "string", enum: ["ASCENDING", "DESCENDING"] },
      },
      { name: "statuses", in: "query", explode: next() < 0.5, schema: { type: "array", items: ref(`${name}Status`) } },
    ],
    "x-pagination": { parameter: "bookmark", items: "items", next: "bookmark" },
    responses: responses("200", ref(`${name}Page`)),
  };
}

function createOperation(name, next) {
  return {
    summary: `Create a ${snake(name)}`,
    description: sentence(next),
    requestBody: { required: true, content: { "application/json": { schema: ref(`${name}CreateRequest`) } } },
    responses: responses("201", ref(name)),
  };
}

function getOperation(name, next) {
  return {
    summary: `Get a ${snake(name)}`,
    description: sentence(next),
    responses: responses("200", ref(name), "404"),
  };
}

function updateOperation(name, next) {
  return {
    summary: `Update a ${snake(name)}`,
    description: sentence(next),
    requestBody: { content: { "application/json": { schema: ref(`${name}UpdateRequest`) } } },
    responses: responses("200", ref(name), "404"),
  };
}

function deleteOperation(name) {
  return { summary: `Delete a ${snake(name)}`, responses: { 204: { description: "Deleted." }, default: unexpected() } };
}

function responses(status, schema, ...errors) {
  const json = (description, body) => ({ description, content: { "application/json": { schema: body } } });
  return {
    [status]: json("Success.", schema),
    ...Object.fromEntries(errors.map((error) => [error, json("There is none.", ref("Error"))])),
    default: unexpected(),
  };
}

function unexpected() {
  return { description: "Unexpected error.", content: { "application/json": { schema: ref("Error") } } };
}

/** Six schemas: the resource, what it is made from and changed by, its page, an enum, a union of two. */
function resourceSchemas(name, next) {
  const fields = Object.fromEntries(Array.from({ length: 6 + Math.floor(next() * 10) }, () => field(name, next)));
  return {
    [`${name}Status`]: {
      type: "string",
      description: `The state of a ${snake(name)}.`,
      enum: ["ACTIVE", "PAUSED", "ARCHIVED"],
    },
    [`${name}Target`]: {
      description: "What it is aimed at.",
      oneOf: [ref(`${name}PlaceTarget`), ref(`${name}InterestTarget`)],
      discriminator: {
        propertyName: "kind",
        mapping: {
          place: `#/components/schemas/${name}PlaceTarget`,
          interest: `#/components/schemas/${name}InterestTarget`,
        },
      },
    },
    [`${name}PlaceTarget`]: {
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string", enum: ["place"] }, country: ref("Country") },
    },
    [`${name}InterestTarget`]: {
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string", enum: ["interest"] }, ids: { type: "array", items: { type: "string" } } },
    },
    [`${name}CreateRequest`]: {
      type: "object",
      description: sentence(next),
      required: ["name"],
      properties: { name: { type: "string", maxLength: 100 }, status: ref(`${name}Status`), ...fields },
    },
    [`${name}UpdateRequest`]: {
      type: "object",
      properties: { name: { type: "string" }, status: ref(`${name}Status`), target: ref(`${name}Target`) },
    },
    [name]: {
      description: sentence(next),
      allOf: [
        ref("Resource"),
        {
          type: "object",
          required: ["name"],
          properties: {
            name: { type: "string", example: `A ${snake(name)}` },
            status: ref(`${name}Status`),
            target: ref(`${name}Target`),
            ...fields,
          },
        },
      ],
    },
    [`${name}Page`]: {
      allOf: [
        ref("Page"),
        { type: "object", required: ["items"], properties: { items: { type: "array", items: ref(name) } } },
      ],
    },
  };
}

function field(name, next) {
  const key = `${words[Math.floor(next() * words.length)]}_${Math.floor(next() * 90) + 10}`;
  const kinds = [
    { type: "string", description: sentence(next) },
    { type: "integer", format: "int64", minimum: 0, description: sentence(next) },
    { type: "number", nullable: true, description: sentence(next) },
    { type: "boolean", default: false },
    { type: "string", format: "date-time", description: sentence(next) },
    { type: "array", description: sentence(next), items: { type: "string", maxLength: 20 } },
    { type: "object", description: sentence(next), additionalProperties: { type: "string" } },
    {
      type: "object",
      properties: { amount: { type: "number" }, currency: ref("Currency"), note: { type: "string", nullable: true } },
    },
    ref(`${name}Status`),
  ];
  return [key, kinds[Math.floor(next() * kinds.length)]];
}

function sharedSchemas() {
  return {
    Error: {
      type: "object",
      required: ["code", "message"],
      properties: { code: { type: "integer" }, message: { type: "string" } },
    },
    Page: {
      type: "object",
      properties: { bookmark: { type: "string", nullable: true, description: "The next page's cursor." } },
    },
    Resource: {
      type: "object",
      required: ["id"],
      properties: { id: { type: "string" }, created_time: { type: "integer" } },
    },
    Currency: { type: "string", enum: ["EUR", "GBP", "JPY", "USD"] },
    Country: { type: "string", enum: ["AT", "BR", "DE", "FR", "JP", "US"] },
  };
}

function sharedParameters() {
  return {
    account_id: {
      name: "account_id",
      in: "path",
      required: true,
      description: "The id of an account.",
      schema: { type: "string", pattern: "^\\d+$" },
    },
    bookmark: { name: "bookmark", in: "query", description: "The cursor of a page.", schema: { type: "string" } },
    page_size: {
      name: "page_size",
      in: "query",
      description: "How many items at most.",
      schema: { type: "integer", minimum: 1, maximum: 250, default: 25 },
    },
  };
}

function oauth() {
  const flow = { authorizationUrl: "https://example.com/oauth", tokenUrl: "https://api.example.com/v1/oauth/token" };
  return { type: "oauth2", flows: { authorizationCode: { ...flow, scopes: { "all:read": "Read everything." } } } };
}

function ref(name) {
  return { $ref: `#/components/schemas/${name}` };
}

function snake(name) {
  return name.replace(/(?<=.)(?=[A-Z])/g, "_").toLowerCase();
}

const phrases = [
  "the owner of the account",
  "a later request",
  "the [reference](https://example.com/reference)",
  "every `ACTIVE` item",
  "the API's own limit",
  "at least one day",
];

/** A sentence of one to three clauses, as long as those of a real document. */
function sentence(next) {
  const phrase = () => phrases[Math.floor(next() * phrases.length)];
  const clauses = Array.from(
    { length: 1 + Math.floor(next() * 3) },
    () => `it depends on ${phrase()} and is set by ${phrase()}`,
  );
  const text = clauses.join(", and ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { operations: { type: "string", default: "231" } } });
  process.stdout.write(`${JSON.stringify(largeDocument(Number(values.operations)), undefined, 1)}\n`);
}
