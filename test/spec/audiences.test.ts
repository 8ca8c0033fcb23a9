import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { root } from "../support/command";

interface Media {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Record<string, { readonly value: unknown }>;
}
type Named = Record<string, Record<string, unknown>>;

const document = parse(readFileSync(join(root, "spec/audiences.yaml"), "utf8")) as Record<string, unknown>;
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema(document, "spec");

function at(pointer: string): unknown {
  const tokens = pointer.split("/").slice(1);
  return tokens.reduce<unknown>((value, token) => (value as Record<string, unknown>)[decode(token)], document);
}

function decode(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The object itself, or what its reference means. */
function resolve<T>(value: T): T {
  const { $ref } = value as { $ref?: string };
  return $ref === undefined ? value : (at($ref.slice(1)) as T);
}

/** Every media type, schema and parameter of the document that carries an example, by its pointer. */
function* examples(value: unknown = document, pointer = ""): Generator<[string, object | undefined, unknown]> {
  if (typeof value !== "object" || value === null) return;
  const { example, examples: named, schema } = value as Partial<Media>;
  const isSchema = pointer.startsWith("/components/schemas/");
  const owner = schema === undefined ? (isSchema ? value : undefined) : schema;
  if (example !== undefined && !pointer.endsWith("/properties")) yield [pointer, owner, example];
  if (schema !== undefined)
    for (const [name, entry] of Object.entries(named ?? {}))
      yield [`${pointer} "${name}"`, schema, resolve(entry).value];
  for (const [key, member] of Object.entries(value))
    if (key !== "example" && key !== "examples")
      yield* examples(member, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}

const absolute = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === "$ref" ? (value as string).replace("#/", "spec#/") : value,
  ) as object;

describe("every example fits its schema", () => {
  const found = [...examples()];

  it("there are some for the request and the responses of every operation", () => {
    const operations = Object.values(document["paths"] as Named).flatMap((pathItem) => Object.values(pathItem));
    for (const operation of operations as { operationId?: string; requestBody?: object; responses?: Named }[]) {
      if (operation.operationId === undefined) continue;
      const { requestBody, responses = {} } = operation;
      const bodies = [...(requestBody === undefined ? [] : [requestBody]), ...Object.values(responses)];
      for (const body of bodies) {
        const media = Object.values((resolve(body) as { content: Record<string, Media> }).content);
        for (const { example, examples: named } of media)
          expect([operation.operationId, example ?? named]).not.toContain(undefined);
      }
    }
  });

  it.each(found)("%s", (_pointer, schema, value) => {
    expect(schema).toBeDefined();
    const validate = ajv.compile(absolute(schema!));
    validate(value);
    expect(validate.errors).toBeNull();
  });
});

/** By hand, from Pinterest's published description of release 5.14.0. */
const contract = [
  ["audiences_list", "get", "/ad_accounts/{ad_account_id}/audiences", "ads:read", "200 400 default"],
  ["audiences_create", "post", "/ad_accounts/{ad_account_id}/audiences", "ads:write", "200 default"],
  ["audiences_create_custom", "post", "/ad_accounts/{ad_account_id}/audiences/custom", "ads:write", "200 default"],
  ["audiences_get", "get", "/ad_accounts/{ad_account_id}/audiences/{audience_id}", "ads:read", "200 404 default"],
  ["audiences_update", "patch", "/ad_accounts/{ad_account_id}/audiences/{audience_id}", "ads:write", "200 default"],
] as const;

const parameters = {
  ad_account_id: { in: "path", required: true, schema: { type: "string", pattern: "^\\d+$", maxLength: 18 } },
  audience_id: { in: "path", required: true, schema: { type: "string", pattern: "^\\d+$", maxLength: 18 } },
  bookmark: { in: "query", schema: { type: "string" } },
  order: { in: "query", schema: { type: "string", enum: ["ASCENDING", "DESCENDING"] } },
  page_size: { in: "query", schema: { type: "integer", default: 25, minimum: 1, maximum: 250 } },
  ownership_type: { in: "query", schema: { type: "string", enum: ["OWNED", "RECEIVED"], default: "OWNED" } },
};

describe("the contract of release 5.14.0", () => {
  it.each(contract)("%s", (operationId, method, path, scope, statuses) => {
    const operation = (document["paths"] as Named)[path]![method] as { responses: object };
    expect(operation).toMatchObject({
      operationId,
      tags: ["audiences"],
      security: [{ pinterest_oauth2: [scope] }],
      "x-ratelimit-category": scope.replace(":", "_"),
      "x-sandbox": "disabled",
    });
    expect(Object.keys(operation.responses).join(" ")).toBe(statuses);
  });

  it.each(Object.entries(parameters))("parameter %s", (name, facts) => {
    const all = Object.values(at("/components/parameters") as Named) as { name: string }[];
    expect(all.filter((parameter) => parameter.name === name)).toEqual([expect.objectContaining({ name })]);
    expect(all.find((parameter) => parameter.name === name)).toMatchObject(facts);
  });

  it("which bodies are required", () => {
    const required = contract.map(([id, method, path]) => {
      const body = (document["paths"] as Named)[path]![method] as { requestBody?: { required?: boolean } };
      return [id, body.requestBody && resolve(body.requestBody).required === true];
    });
    expect(Object.fromEntries(required)).toEqual({
      audiences_list: undefined,
      audiences_create: true,
      audiences_create_custom: true,
      audiences_get: undefined,
      audiences_update: false,
    });
  });

  it("enums, in full", () => {
    const values = (name: string): unknown => (at(`/components/schemas/${name}`) as { enum?: unknown }).enum;
    expect(values("AudienceType")).toEqual(["CUSTOMER_LIST", "VISITOR", "ENGAGEMENT", "ACTALIKE", "PERSONA"]);
    expect(values("AudienceSharingType")).toEqual(["CUSTOM", "SYNDICATED"]);
    expect(values("AudienceDataParty")).toEqual(["1p", "3p"]);
    expect(values("AudienceUpdateOperationType")).toEqual(["UPDATE", "REMOVE"]);
  });

  it("what a body must have", () => {
    const required = (name: string): string[] =>
      (at(`/components/schemas/${name}`) as { allOf: { required?: string[] }[] }).allOf
        .flatMap((part) => part.required ?? [])
        .sort();
    expect(required("AudienceCreateRequest")).toEqual(["audience_type", "name", "rule"]);
    expect(required("AudienceCreateCustomRequest")).toEqual(["data_party", "name", "rule", "sharing_type"]);
    expect(required("AudienceUpdateRequest")).toEqual([]);
  });

  it("where it is, and how to get in", () => {
    expect(document["openapi"]).toBe("3.0.3");
    expect((document["servers"] as { url: string }[]).map(({ url }) => url)).toEqual(["https://api.pinterest.com/v5"]);
    expect(at("/components/securitySchemes/pinterest_oauth2")).toMatchObject({
      type: "oauth2",
      flows: {
        authorizationCode: {
          authorizationUrl: "https://www.pinterest.com/oauth/",
          tokenUrl: "https://api.pinterest.com/v5/oauth/token",
        },
      },
    });
  });
});
