/** What a place in a document may hold: any text, a name without hidden characters, or what keeps to a grammar of its own. */
export type Kind = "text" | "name" | "grammar";

/** Gives the string for a place: `usual`, or something else. Called once for each place, in the same order every time. */
export type Fill = (kind: Kind, place: string, usual: string) => string;

/**
 * An OpenAPI 3.1 document in which every string and every key that is the author's to choose has gone through `fill`. Names that have to be
 * equal are filled once.
 */
export function documentWith(fill: Fill): object {
  const text = (place: string): string => fill("text", place, "A usual text");
  const name = (place: string, usual: string): string => fill("name", place, usual);
  const grammar = (place: string, usual: string): string => fill("grammar", place, usual);
  const tag = name("tag name", "things");
  const scheme = grammar("security scheme key", "oauth");
  const scope = name("scope", "things:read");
  const schemas = schemasWith(fill);
  return {
    openapi: "3.1.0",
    info: {
      title: text("info.title"),
      version: text("info.version"),
      summary: text("info.summary"),
      description: text("info.description"),
      contact: { name: text("info.contact.name") },
      license: { name: text("info.license.name") },
    },
    servers: [
      {
        url: `https://api.example.com/${grammar("server url", "v1")}`,
        description: text("server.description"),
        variables: { unused: { default: text("variable.default"), description: text("variable.description") } },
      },
    ],
    tags: [{ name: tag, description: text("tag.description"), "x-displayName": text("x-displayName") }],
    security: [{ [scheme]: [scope] }],
    paths: { [`/things${fill("name", "path", "-all")}/{id}`]: pathItemWith(fill, tag, schemas) },
    webhooks: { [name("webhook", "hook")]: { post: { description: text("webhook.description") } } },
    components: {
      schemas: schemas.components,
      securitySchemes: {
        [scheme]: {
          type: "oauth2",
          description: text("scheme.description"),
          flows: {
            clientCredentials: {
              tokenUrl: text("tokenUrl"),
              scopes: { [scope]: text("scope.description") },
            },
          },
        },
        key: { type: "apiKey", in: "query", name: name("apiKey.name", "key"), description: text("apiKey.description") },
        bearer: { type: "http", scheme: "bearer", bearerFormat: text("bearerFormat") },
      },
    },
    [`x-${name("extension key", "foreign")}`]: { [text("extension member")]: text("extension value") },
  };
}

function pathItemWith(fill: Fill, tag: string, { page }: { page: string }): object {
  const text = (place: string): string => fill("text", place, "A usual text");
  const operation = {
    operationId: fill("name", "operationId", "things_get"),
    tags: [tag],
    summary: text("operation.summary"),
    description: text("operation.description"),
    externalDocs: { url: "https://example.com/", description: text("externalDocs.description") },
    "x-ratelimit-category": text("x-ratelimit-category"),
    "x-sandbox": text("x-sandbox"),
    "x-codegen-request-body-name": text("x-codegen-request-body-name"),
    parameters: parametersWith(fill),
    requestBody: {
      description: text("requestBody.description"),
      content: {
        [fill("grammar", "request media type", "application/json")]: {
          schema: { $ref: "#/components/schemas/Thing" },
          examples: {
            [fill("name", "example key", "one")]: { summary: text("example.summary"), value: text("example.value") },
          },
        },
      },
    },
    responses: {
      "200": {
        description: text("response.description"),
        headers: {
          [fill("grammar", "header name", "X-Request-Id")]: {
            description: text("header.description"),
            schema: { type: "string" },
          },
        },
        content: {
          [fill("grammar", "response media type", "application/json")]: { schema: { $ref: page } },
        },
      },
      default: { description: text("default.description") },
    },
  };
  return { summary: text("pathItem.summary"), description: text("pathItem.description"), post: operation };
}

function parametersWith(fill: Fill): object[] {
  const described = (place: string): object => ({ description: fill("text", `${place}.description`, "A usual text") });
  return [
    { name: "id", in: "path", required: true, ...described("path parameter"), schema: { type: "string" } },
    {
      name: fill("name", "query parameter", "order"),
      in: "query",
      ...described("query parameter"),
      schema: {
        type: "string",
        enum: [fill("text", "enum value", "ASCENDING"), "DESCENDING"],
        default: fill("text", "default", "ASCENDING"),
        description: fill("text", "parameter schema.description", "A usual text"),
      },
      example: fill("text", "parameter.example", "ASCENDING"),
    },
    {
      name: fill("name", "cookie parameter", "session"),
      in: "cookie",
      ...described("cookie"),
      schema: { type: "string" },
    },
    {
      name: fill("grammar", "header parameter", "X-Trace"),
      in: "header",
      ...described("header"),
      schema: { type: "string" },
    },
  ];
}

function schemasWith(fill: Fill): { components: Record<string, object>; page: string } {
  const text = (place: string): string => fill("text", place, "A usual text");
  const property = text("property key");
  const tag = text("discriminator property");
  const key = fill("grammar", "schema key", "Page");
  const cat = fill("name", "discriminator value", "cat");
  return {
    page: `#/components/schemas/${encodeURIComponent(key.toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1"))}`,
    components: {
      Thing: {
        title: text("schema.title"),
        description: text("schema.description"),
        type: "object",
        required: [property],
        properties: {
          [property]: {
            type: "string",
            description: text("property.description"),
            pattern: text("pattern"),
            format: text("format"),
          },
          always: { const: text("const") },
          kind: { type: "string", enum: [text("schema enum value"), "other"] },
          [`deprecated ${property}`]: {
            type: ["string", "null"],
            deprecated: true,
            default: text("property.default"),
            examples: [text("property.example")],
          },
        },
        patternProperties: { [fill("name", "patternProperties key", "^x-")]: { type: "string" } },
        additionalProperties: false,
        example: { [text("example key in data")]: text("schema.example") },
        externalDocs: { url: "https://example.com/", description: text("schema.externalDocs.description") },
        "x-enum-varnames": [text("x-enum-varnames")],
        "x-open-enum": [text("x-open-enum")],
        "x-gen": { code: { typeName: text("x-gen") } },
      },
      Cat: { type: "object", required: [tag], properties: { [tag]: { const: cat } } },
      Dog: { type: "object", required: [tag], properties: { [tag]: { type: "string", enum: ["dog"] } } },
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: { propertyName: tag, mapping: { [cat]: "#/components/schemas/Cat", dog: "Dog" } },
      },
      [key]: {
        type: "object",
        properties: {
          items: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
          pet: { $ref: "#/components/schemas/Pet", description: text("description beside $ref") },
        },
      },
    },
  };
}
