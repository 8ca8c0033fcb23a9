/** What `templates/docs` may read. Texts are Markdown already, each encoded for its place: a block, a line, a cell of a table. */

/** Facts of the package, and what its index and README show once. */
export interface PackageDocs {
  /** `pinterest-audiences` */
  readonly name: string;
  readonly version: string;
  readonly specTitle: string;
  readonly specVersion: string;
  /** The first line of `docs/index.json`: `"package": …,`. */
  readonly indexHead: string;
  readonly description: string | false;
  /** Where all paths start; `false`: the document names no server. */
  readonly baseUrl: string | false;
  /** Where there is a choice of servers: each, with what its variables may be. */
  readonly hasServers: boolean;
  readonly servers: readonly string[];
  readonly installLine: string;
  /** Where npm installs it, below `node_modules`. */
  readonly packageFolder: string;
  /** The shortest complete program: makes a client and calls one operation. */
  readonly quickStart: CodeExample;
  readonly hasSchemas: boolean;
  readonly hasPages: boolean;
  readonly pageLoop: CodeExample | false;
  readonly safeExample: CodeExample;
  readonly functionExample: CodeExample;
  readonly hasSecuritySchemes: boolean;
  readonly securitySchemes: readonly SecuritySchemeDocs[];
  readonly hasRateLimits: boolean;
  readonly rateLimits: readonly RateLimitDocs[];
  readonly guides: GuideDocs;
}

/** Operations that share a quota. */
export interface RateLimitDocs {
  readonly category: string;
  /** Links, from `docs/`. */
  readonly operations: string;
}

/** Complete programs for `templates/guides`; `false` where the document has nothing that they would show. */
export interface GuideDocs {
  readonly tokenFunction: CodeExample | false;
  readonly refreshToken: CodeExample | false;
  readonly clientCredentials: CodeExample | false;
  /** One page, and how to go on from it later. */
  readonly onePage: CodeExample | false;
  readonly eachPage: CodeExample | false;
  readonly someItems: CodeExample | false;
  readonly catching: CodeExample;
  readonly narrowing: CodeExample;
  readonly retrying: CodeExample;
  readonly watching: CodeExample;
  readonly middleware: CodeExample;
  readonly stubbedFetch: CodeExample;
  readonly againstMock: CodeExample;
}

export interface SecuritySchemeDocs {
  readonly name: string;
  /** `OAuth2`, `API key`, … */
  readonly kind: string;
  readonly description: string | false;
  /** `Authorization URL: …`, one a line. */
  readonly facts: readonly string[];
  readonly hasScopes: boolean;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
  /** What to give the client. */
  readonly howTo: string;
}

/** One operation, on its tag's page and in the indexes. */
export interface OperationDocs {
  readonly opensPage: TagDocs | false;
  readonly closesPage: boolean;
  /** The operations before and after, on other pages too. */
  readonly previous: PageLink | false;
  readonly next: PageLink | false;
  /** The anchor of the page's title. */
  readonly pageAnchor: string;
  /** Its operationId as a heading. */
  readonly heading: string;
  /** `AudiencesApi.md#audiences_get`, from `docs/`. */
  readonly link: string;
  readonly callCode: string;
  readonly routeCode: string;
  readonly summary: string;
  readonly summaryCell: string;
  readonly description: string | false;
  readonly isDeprecated: boolean;
  /** The day after which it is gone, where the document says so. */
  readonly sunset: string | false;
  /** `client.audiences.get(args: AudiencesGetArgs, options?: CallOptions): Promise<Audience>` */
  readonly signatureCode: string;
  readonly functionCode: string;
  /** Alternatives, each a line; an empty list is said by `isOpen`. */
  /** Where it is, where that is not the base URL. */
  readonly server: string | false;
  readonly isOpen: boolean;
  readonly authorisation: readonly string[];
  readonly rateLimit: string | false;
  readonly sandbox: string | false;
  readonly example: CodeExample;
  readonly fullExample: CodeExample | false;
  readonly safeExample: CodeExample;
  /** openapi-fetch's own call; `false` where a body or a parameter needs a serializer. */
  readonly rawExample: CodeExample | false;
  /** With limits of time, and a signal that ends it. */
  readonly timedExample: CodeExample;
  readonly pageLoop: CodeExample | false;
  readonly curl: CodeExample;
  readonly hasArguments: boolean;
  readonly arguments: readonly ArgumentDocs[];
  readonly returns: string;
  readonly pagination: string | false;
  readonly contentType: string;
  readonly accept: string;
  readonly responses: readonly ResponseDocs[];
  /** What becomes of a call without an answer. */
  readonly noAnswer: string;
  readonly hasJson: boolean;
  readonly requestJson: JsonExample | false;
  readonly responseJsons: readonly JsonExample[];
  /** Its line in `docs/index.json`, with the comma that follows. */
  readonly indexLine: string;
}

export interface CodeExample {
  /** Several lines. */
  readonly text: string;
}

export interface JsonExample {
  readonly title: string;
  readonly text: string;
}

export interface ArgumentDocs {
  readonly name: string;
  readonly location: string;
  readonly type: string;
  readonly required: string;
  readonly defaultValue: string;
  readonly limits: string;
  readonly example: string;
  readonly description: string;
}

export interface ResponseDocs {
  readonly status: string;
  readonly description: string;
  readonly body: string;
  readonly headers: string;
  readonly error: string;
  /** Whether the client tries again by itself. */
  readonly retried: string;
  /** What a caller can do. */
  readonly advice: string;
  readonly isDefault: boolean;
}

/** A tag's page. */
export interface TagDocs {
  readonly title: string;
  readonly description: string | false;
  readonly baseUrl: string | false;
  readonly rows: readonly OperationRow[];
}

/** One operation in an index. */
export interface OperationRow {
  readonly heading: string;
  readonly link: string;
  readonly callCode: string;
  readonly routeCode: string;
  readonly summary: string;
}

export interface PageLink {
  readonly title: string;
  readonly link: string;
}

/** One schema's page, and its row in the index. */
export interface SchemaDocs {
  readonly title: string;
  /** `schemas/Audience.md`, from `docs/`. */
  readonly link: string;
  readonly purposeCell: string;
  readonly description: string | false;
  readonly isDeprecated: boolean;
  /** `An object.`, `One of these strings.` */
  readonly kind: string;
  readonly typeCode: string;
  readonly hasFields: boolean;
  readonly fields: readonly FieldDocs[];
  /** Said below the fields: whether others may be there. */
  readonly otherFields: string | false;
  readonly hasValues: boolean;
  readonly values: readonly ValueDocs[];
  /** Whether any value says what it means. */
  readonly hasMeanings: boolean;
  /** Whether more values may come. */
  readonly openness: string | false;
  readonly hasAlternatives: boolean;
  readonly alternatives: readonly string[];
  readonly discriminator: string | false;
  readonly example: JsonExample | false;
  readonly isUsed: boolean;
  readonly usedBy: readonly string[];
  /** Its line in `docs/index.json`, with the comma that follows. */
  readonly indexLine: string;
  readonly previous: PageLink | false;
  readonly next: PageLink | false;
}

/** One value of an enum. */
export interface ValueDocs {
  readonly value: string;
  readonly meaning: string;
}

export interface FieldDocs {
  readonly name: string;
  readonly type: string;
  readonly required: string;
  readonly nullable: string;
  readonly defaultValue: string;
  readonly limits: string;
  readonly example: string;
  readonly description: string;
}
