export { encodeContent, encodeJson, type BinaryBody } from "./body.js";
export { call, callSafe } from "./call.js";
export {
  AbortError,
  ApiError,
  AuthenticationError,
  BadRequestError,
  ClientError,
  ConflictError,
  ConnectionError,
  InvalidArgumentError,
  NotFoundError,
  PaginationError,
  PermissionError,
  RateLimitError,
  RedirectError,
  ResponseParseError,
  ServerError,
  ValidationError,
} from "./errors.js";
export { encodeMultipart, encodeUrlencoded } from "./form-body.js";
export type { RawClient } from "./openapi-fetch.js";
export type { Operation } from "./operation.js";
export type { AccessToken, CallOptions, ClientOptions } from "./options.js";
export { page, PagePromise } from "./page.js";
export type { Failure, NoAnswer, Success } from "./result.js";
export type { OtherStatus, StatusInRange } from "./status.js";
export { serializeStyled } from "./serialize.js";
export { makeTransport, type Transport } from "./transport.js";
