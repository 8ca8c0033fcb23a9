/** What `templates/docs` may read. Texts are Markdown already, each encoded for its place: a block, a line, a cell of a table. */

/** Facts of the package, and what its index and README show once. */
export interface PackageDocs {
  /** `pinterest-audiences`, as text and as a code span. */
  readonly name: string;
  readonly nameCode: string;
  readonly version: string;
  readonly specTitle: string;
  readonly specVersion: string;
  readonly description: string | false;
  /** Where all paths start; `false`: the document names no server. */
  readonly baseUrl: string | false;
  readonly installLine: string;
  /** The shortest complete program: makes a client and calls one operation. */
  readonly quickStart: CodeExample;
  readonly hasSchemas: boolean;
  readonly hasPages: boolean;
  readonly pageLoop: CodeExample | false;
  readonly safeExample: CodeExample;
  readonly functionExample: CodeExample;
  readonly hasSecuritySchemes: boolean;
  readonly securitySchemes: readonly SecuritySchemeDocs[];
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
  readonly closesPage: TagDocs | false;
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
  /** `client.audiences.get(args: AudiencesGetArgs, options?: CallOptions): Promise<Audience>` */
  readonly signatureCode: string;
  readonly functionCode: string;
  /** Alternatives, each a line; an empty list is said by `isOpen`. */
  readonly isOpen: boolean;
  readonly authorisation: readonly string[];
  readonly rateLimit: string | false;
  readonly sandbox: string | false;
  readonly example: CodeExample;
  readonly fullExample: CodeExample | false;
  readonly safeExample: CodeExample;
  readonly pageLoop: CodeExample | false;
  readonly curl: CodeExample;
  readonly hasArguments: boolean;
  readonly arguments: readonly ArgumentDocs[];
  readonly returns: string;
  readonly pagination: string | false;
  readonly contentType: string;
  readonly accept: string;
  readonly responses: readonly ResponseDocs[];
  readonly hasJson: boolean;
  readonly requestJson: JsonExample | false;
  readonly responseJsons: readonly JsonExample[];
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
}

/** A tag's page. */
export interface TagDocs {
  readonly title: string;
  readonly description: string | false;
  readonly baseUrl: string | false;
  readonly rows: readonly OperationRow[];
  readonly previous: PageLink | false;
  readonly next: PageLink | false;
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
  readonly values: readonly string[];
  /** Whether more values may come. */
  readonly openness: string | false;
  readonly hasAlternatives: boolean;
  readonly alternatives: readonly string[];
  readonly discriminator: string | false;
  readonly example: JsonExample | false;
  readonly isUsed: boolean;
  readonly usedBy: readonly string[];
  readonly previous: PageLink | false;
  readonly next: PageLink | false;
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
