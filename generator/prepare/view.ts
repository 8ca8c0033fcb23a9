/**
 * The view model: all that a template may read, and nothing else (templates/README.md has it as a table).
 *
 * Values are non-empty strings, booleans, objects and lists, each already encoded for where it lands; `false` stands for
 * "there is none", and every member is always there. Both Mustaches agree on such values, and on no others.
 */
import type { OperationDocs, PackageDocs, SchemaDocs } from "./docs/view";

/** Once per run, read as `gen`. */
export interface PackageView {
  readonly code: PackageCode;
  /** `false`, here and below, where no template reads them (render/reads-docs.ts). */
  readonly docs: PackageDocs | false;
}

/** Once per operation. `code` is for `templates/client`, `docs` for `templates/docs`. */
export interface OperationView {
  readonly code: OperationCode;
  readonly docs: OperationDocs | false;
}

/** Once per schema. */
export interface SchemaView {
  readonly code: SchemaCode;
  readonly docs: SchemaDocs | false;
}

/** Facts of the package as TypeScript and JSON take them. Members ending in `Literal` are quoted already. */
export interface PackageCode {
  /** JSON strings, quotes included. */
  readonly nameLiteral: string;
  /** A code span: `surface.md` has it in its first line. */
  readonly nameCode: string;
  readonly versionLiteral: string;
  readonly descriptionLiteral: string;
  readonly specVersionLiteral: string;
  /** `"pinterest-audiences/0.1.0 (spec 5.14.0)"`, in ASCII (RFC 9110, 10.1.5). */
  readonly userAgentLiteral: string;
  /** The document's first server as a default base URL; `false`: the caller must give one. */
  readonly baseUrlLiteral: string | false;
  /** The token endpoints of the document's OAuth2 flows; `false`: the caller must give one. */
  readonly refreshTokenUrlLiteral: string | false;
  readonly clientCredentialsUrlLiteral: string | false;
  /** The security schemes that take no token, and what `src/transport.ts` imports for them. */
  readonly hasSchemes: boolean;
  readonly schemes: readonly SchemeCode[];
  readonly schemeImports: readonly string[];
  /** What a transport is made of: `{ userAgent, baseUrl: "https://…" }`. */
  readonly transportLiteral: string;
  /** For a one-line comment: `Pinterest audiences 5.14.0`. */
  readonly provenance: string;
  /** Files beside `dist` that are packed. */
  readonly hasChangelog: boolean;
  readonly hasSchemas: boolean;
  /** What `src/client.ts` imports, by module. */
  readonly clientImports: ClientImports;
}

/** A security scheme that takes no token: a member of the client's `credentials`. */
export interface SchemeCode {
  readonly key: string;
  readonly comment: readonly string[];
  /** The runtime's type of what a caller gives: `AccessToken`, `BasicCredentials`. */
  readonly type: string;
  /** `{ name: "X-Api-Key", put: putKeyInHeader }` */
  readonly literal: string;
}

export interface ClientImports {
  /** From the types of openapi-typescript: `paths`, and `operations` where a signature names it. */
  readonly openapi: readonly string[];
  readonly runtime: readonly string[];
  readonly usesSchemas: boolean;
}

/** One operation as `templates/client` prints it. */
export interface OperationCode {
  /** On the first operation of a tag: what the tag's file and object need. */
  readonly opensTag: TagCode | false;
  /** On the last operation of a tag. */
  readonly closesTag: { readonly fileLiteral: string } | false;
  /** `"audiences_get"`: the operationId as a string literal. */
  readonly idLiteral: string;
  /** `"GET"` */
  readonly methodLiteral: string;
  /** `"/ad_accounts/{ad_account_id}/audiences"`: the path template as a string literal. */
  readonly pathLiteral: string;
  /** A list literal of the parameters' descriptors. */
  readonly parametersLiteral: string | false;
  /** An object literal that says how the body is sent. */
  readonly bodyLiteral: string | false;
  /** `{ parameter: "bookmark", items: "items", next: "bookmark" }` */
  readonly paginationLiteral: string | false;
  /** The runtime's function that reads a 2xx answer: `readJson`. */
  readonly reader: string | false;
  /** The media types to ask for, where they are not JSON, as a string literal. */
  readonly acceptLiteral: string | false;
  /** Whether the operation is to be called without credentials. */
  readonly isAnonymous: boolean;
  /** The alternatives of its security, where some take no token: `[["key", "password"], ["oauth"]]`. */
  readonly securityLiteral: string | false;
  /** `audiencesGet`, `audiencesGetSafe`, `audiencesGetOperation`, `AudiencesGetArgs`, `AudiencesGetResult`, `get` */
  readonly functionName: string;
  readonly safeFunctionName: string;
  readonly descriptorName: string;
  readonly argsName: string;
  readonly resultName: string;
  readonly methodName: string;
  /** Whether the call may be made without arguments. */
  readonly argsAreOptional: boolean;
  readonly hasArguments: boolean;
  readonly arguments: readonly ArgumentCode[];
  /** Lines of a doc comment, each with its asterisk. */
  readonly comment: readonly string[];
  /** The members of the result's union, one per status: `Success<200, schemas.Audience>`. */
  readonly results: readonly string[];
  /** What the throwing function returns: `Promise<schemas.Audience>`, or a `PagePromise`. */
  readonly returnType: string;
  /** The runtime's function that makes the call: `call` or `page`. */
  readonly callName: string;
  /** Old names under which it can still be called. */
  readonly aliases: readonly OperationAliasCode[];
  /** Lines of `surface.md`. */
  readonly surface: readonly string[];
}

/** An old name of an operation, and what each part of it is called now. */
export interface OperationAliasCode {
  readonly functionName: string;
  readonly safeFunctionName: string;
  readonly argsName: string;
  readonly resultName: string;
  readonly methodName: string;
  /** `0.4.0`: the version in which it goes. */
  readonly until: string;
  readonly now: {
    readonly functionName: string;
    readonly safeFunctionName: string;
    readonly argsName: string;
    readonly resultName: string;
    readonly methodName: string;
    readonly apiName: string;
    readonly safeApiName: string;
  };
}

/** An old name of a schema's type. */
export interface TypeAliasCode {
  readonly aliasName: string;
  /** What it is called now. */
  readonly nowName: string;
  readonly until: string;
}

/** One member of the arguments: a parameter, or `body`. */
export interface ArgumentCode {
  /** The member's name as a property key: `ad_account_id`, `"query.id"`. */
  readonly key: string;
  readonly isOptional: boolean;
  readonly type: string;
  readonly hasComment: boolean;
  readonly comment: readonly string[];
}

/** What the file of a tag, and the tag's object in the client, are called. */
export interface TagCode {
  /** `audiences`: the member of the client. */
  readonly namespace: string;
  /** `AudiencesApi`, `SafeAudiencesApi`: the types of that member. */
  readonly apiName: string;
  readonly safeApiName: string;
  readonly comment: readonly string[];
  readonly usesSchemas: boolean;
  readonly usesOperations: boolean;
  /** What the tag's file imports from the runtime: `call`, `type Success`. */
  readonly imports: readonly string[];
}

/** One schema as `templates/client` prints it. */
export interface SchemaCode {
  /** `Audience`: the exported type. */
  readonly typeName: string;
  /** `"Audience"`: the key in `components["schemas"]`. */
  readonly keyLiteral: string;
  readonly comment: readonly string[];
  readonly aliases: readonly TypeAliasCode[];
  /** Lines of `surface.md`. */
  readonly surface: readonly string[];
}
