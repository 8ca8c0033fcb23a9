export { encodeContent, encodeJson, type BinaryBody } from "./body.js";
export { call, callSafe } from "./call.js";
export type { AccessToken, AuthProvider } from "./credentials.js";
export {
  AbortError,
  ApiError,
  AuthenticationError,
  AuthError,
  BadRequestError,
  ClientError,
  ConflictError,
  ConnectionError,
  InvalidArgumentError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  RedirectError,
  ResponseParseError,
  ResponseTooLargeError,
  ServerError,
  TimeoutError,
  ValidationError,
} from "./errors.js";
export { encodeMultipart, encodeUrlencoded } from "./form-body.js";
export type { AttemptEvent, ErrorEvent, Hooks, Logger, LogLevel, ResponseEvent, RetryEvent } from "./hooks.js";
export { clientCredentials, oauth2RefreshToken } from "./oauth.js";
export type { ClientCredentialsOptions, OAuthOptions, OAuthTokens, RefreshTokenOptions } from "./oauth.js";
export type { Middleware, RawClient } from "./openapi-fetch.js";
export type { Operation } from "./operation.js";
export type { CallOptions, ClientOptions } from "./options.js";
export { page, PagePromise, PaginationError } from "./page.js";
export { readAny, readBlob, readJson, readText } from "./read-response.js";
export { makeRaw } from "./raw.js";
export { putCookie, putHeader } from "./request.js";
export type { Failure, NoAnswer, Success } from "./result.js";
export type { CallSettings, RetryOptions } from "./settings.js";
export type { OtherStatus, StatusInRange } from "./status.js";
export {
  authorizeBy,
  encodeBasic,
  putKeyInCookie,
  putKeyInHeader,
  putKeyInQuery,
  type BasicCredentials,
} from "./security-schemes.js";
export { primitiveText, serializeStyled } from "./serialize.js";
export { makeTransport, type Transport } from "./transport.js";
