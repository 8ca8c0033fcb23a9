/** Words that can't name a function of a strict module (ECMAScript §12.7.2), and names the generated modules use themselves. */
export const reservedFunctionNames: ReadonlySet<string> = new Set([
  ..."await break case catch class const continue debugger default delete do else enum export extends false finally for".split(
    " ",
  ),
  ..."function if implements import in instanceof interface let new null package private protected public return".split(
    " ",
  ),
  ..."static super switch this throw true try typeof var void while with yield arguments eval undefined".split(" "),
  // A module that exports `then` is taken for a promise by `await import(…)`.
  "then",
  ..."args call callSafe createClient createTransport operations options page schemas transport packageInformation makeRaw clientCredentials oauth2RefreshToken".split(
    " ",
  ),
]);

/** Members of the client that are not tags, and `then`, which would make it a promise. */
export const reservedMemberNames: ReadonlySet<string> = new Set([
  "safe",
  "raw",
  "use",
  "then",
  "constructor",
  "__proto__",
]);

/** Members of an interface that are no methods: `new(): T` is a signature of a class. */
export const reservedMethodNames: ReadonlySet<string> = new Set([...reservedMemberNames, "new"]);

/** Names that TypeScript keeps for types, names that generated modules use, and what the package exports besides. */
export const reservedTypeNames: ReadonlySet<string> = new Set([
  ..."any bigint boolean never null number object string symbol undefined unknown void asserts infer is keyof readonly".split(
    " ",
  ),
  ..."unique as from of type declare module namespace abstract".split(" "),
  ..."await break case catch class const continue debugger default delete do else enum export extends false finally for".split(
    " ",
  ),
  ..."function if implements import in instanceof interface let new package private protected public return".split(" "),
  ..."static super switch this throw true try typeof var while with yield arguments eval".split(" "),
  ..."paths operations components webhooks $defs schemas".split(" "),
  ..."Client SafeApis ClientOptions CallOptions Transport Operation RawClient PagePromise PackageInformation".split(
    " ",
  ),
  ..."Success Failure NoAnswer OtherStatus StatusInRange HttpStatus ClientError ApiError BadRequestError".split(" "),
  ..."AuthenticationError PermissionError NotFoundError ConflictError ValidationError RateLimitError ServerError".split(
    " ",
  ),
  ..."ConnectionError TimeoutError AbortError ResponseParseError ResponseTooLargeError InvalidArgumentError".split(" "),
  ..."PaginationError AuthError RedirectError Promise NonNullable Blob AccessToken AuthProvider Middleware".split(" "),
  ..."AttemptEvent ErrorEvent ResponseEvent RetryEvent Hooks Logger LogLevel CallSettings RetryOptions".split(" "),
  ..."OAuthOptions OAuthTokens ClientCredentialsOptions RefreshTokenOptions BinaryBody".split(" "),
]);
