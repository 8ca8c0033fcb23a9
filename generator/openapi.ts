/**
 * The parts of an OpenAPI document (3.0 and 3.1) that the stages read, under the specification's own names
 * (https://spec.openapis.org/oas/v3.1.0). Values come from a file, so every member is optional until `check` has seen it;
 * what `check` guarantees is required here.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A reference object. After `check`, `$ref` always begins with `#/` and resolves. */
export interface Reference {
  $ref: string;
  summary?: string;
  description?: string;
}

export type Referable<T> = T | Reference;

export interface OpenApiDocument {
  openapi: string;
  info: Info;
  servers?: Server[];
  paths?: Record<string, PathItem>;
  webhooks?: Record<string, Referable<PathItem>>;
  components?: Components;
  security?: SecurityRequirement[];
  tags?: Tag[];
  externalDocs?: ExternalDocumentation;
}

export interface Info {
  title: string;
  version: string;
  description?: string;
  termsOfService?: string;
  contact?: { name?: string; url?: string; email?: string };
  license?: { name: string; url?: string; identifier?: string };
}

export interface Server {
  url: string;
  description?: string;
  variables?: Record<string, { default: string; enum?: string[]; description?: string }>;
}

export interface Tag {
  name: string;
  description?: string;
  externalDocs?: ExternalDocumentation;
}

export interface ExternalDocumentation {
  url: string;
  description?: string;
}

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof methods)[number];

/** What `fetch` never sends (Fetch, Methods): its callers can't. */
export const forbiddenMethods: ReadonlySet<Method> = new Set(["trace"]);
/** Methods that `fetch` sends without a body (Fetch, Request constructor). */
export const bodilessMethods: ReadonlySet<Method> = new Set(["get", "head"]);

export type PathItem = Partial<Record<Method, Operation>> & {
  $ref?: string;
  summary?: string;
  description?: string;
  servers?: Server[];
  parameters?: Referable<Parameter>[];
};

export interface Operation {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  externalDocs?: ExternalDocumentation;
  parameters?: Referable<Parameter>[];
  requestBody?: Referable<RequestBody>;
  responses?: Record<string, Referable<Response>>;
  callbacks?: Record<string, Json>;
  deprecated?: boolean;
  security?: SecurityRequirement[];
  servers?: Server[];
  "x-pagination"?: Pagination;
  "x-ratelimit-category"?: string;
}

/** `x-pagination`: the query parameter that takes the cursor, and the response properties of the items and of the next cursor. */
export interface Pagination {
  parameter: string;
  items: string;
  next: string;
}

export type ParameterLocation = "path" | "query" | "header" | "cookie";

export interface Parameter {
  name: string;
  in: ParameterLocation;
  description?: string;
  required?: boolean;
  deprecated?: boolean;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
  schema?: Schema;
  content?: Record<string, MediaType>;
  example?: Json;
  examples?: Record<string, Referable<Example>>;
}

export interface RequestBody {
  description?: string;
  required?: boolean;
  content: Record<string, MediaType>;
}

export interface Response {
  description: string;
  headers?: Record<string, Referable<Header>>;
  content?: Record<string, MediaType>;
}

export type Header = Omit<Parameter, "name" | "in">;

export interface MediaType {
  schema?: Schema;
  example?: Json;
  examples?: Record<string, Referable<Example>>;
  encoding?: Record<string, Encoding>;
}

export interface Encoding {
  contentType?: string;
  headers?: Record<string, Referable<Header>>;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
}

export interface Example {
  summary?: string;
  description?: string;
  value?: Json;
  externalValue?: string;
}

export interface Components {
  schemas?: Record<string, Schema>;
  responses?: Record<string, Referable<Response>>;
  parameters?: Record<string, Referable<Parameter>>;
  examples?: Record<string, Referable<Example>>;
  requestBodies?: Record<string, Referable<RequestBody>>;
  headers?: Record<string, Referable<Header>>;
  securitySchemes?: Record<string, Referable<SecurityScheme>>;
  pathItems?: Record<string, Referable<PathItem>>;
  links?: Record<string, Json>;
  callbacks?: Record<string, Json>;
}

export interface SecurityScheme {
  type: "apiKey" | "http" | "oauth2" | "openIdConnect" | "mutualTLS";
  description?: string;
  name?: string;
  in?: "query" | "header" | "cookie";
  scheme?: string;
  bearerFormat?: string;
  flows?: Partial<Record<"implicit" | "password" | "clientCredentials" | "authorizationCode", OAuthFlow>>;
  openIdConnectUrl?: string;
}

export interface OAuthFlow {
  authorizationUrl?: string;
  tokenUrl?: string;
  refreshUrl?: string;
  scopes: Record<string, string>;
}

export type SecurityRequirement = Record<string, string[]>;

/** A schema object of either dialect, or (3.1) a boolean schema, or a reference: told apart by `isReference` and `typeof`. */
export type Schema = SchemaObject | boolean;

export interface SchemaObject {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  nullable?: boolean;
  enum?: Json[];
  const?: Json;
  default?: Json;
  example?: Json;
  examples?: Json[];
  deprecated?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number | boolean;
  exclusiveMaximum?: number | boolean;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
  items?: Schema;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema;
  unevaluatedProperties?: Schema;
  patternProperties?: Record<string, Schema>;
  propertyNames?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  not?: Schema;
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  /** Ours (discriminators/tags.ts); an author's is dropped as any other extension is. */
  "x-tag"?: true;
}

/** Whether a value of the document is a reference object. */
export function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && typeof (value as Reference).$ref === "string";
}
