/** Where a request was made, for messages and for handling: never more than the document says. */
export interface RequestFacts {
  readonly operationId: string;
  readonly method: string;
  /** The path template; values of parameters are not part of it. */
  readonly path: string;
}

/** The base of everything this package throws. */
export class ClientError extends Error {
  override name = "ClientError";
  /** Marks errors of any copy of this package, of any version. */
  readonly isClientError = true;

  /** Whether an error comes from a client like this one, from another copy of the package too. */
  static is(error: unknown): error is ClientError {
    return typeof error === "object" && error !== null && (error as { isClientError?: unknown }).isClientError === true;
  }
}

/** What an `ApiError` is made of. */
export interface ApiErrorFacts<Status extends number, Body> extends RequestFacts {
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
}

/** The API answered, and the answer is not 2xx. */
export class ApiError<Status extends number = number, Body = unknown> extends ClientError {
  override name = "ApiError";
  readonly status: Status;
  /** The answer's JSON, or its text where it is not JSON; `undefined` where it is empty. */
  readonly body: Body;
  readonly headers: Headers;
  /** What to name when asking the API's provider. */
  readonly requestId: string | undefined;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;

  constructor(message: string, facts: ApiErrorFacts<Status, Body>) {
    super(message);
    this.status = facts.status;
    this.body = facts.body;
    this.headers = facts.headers;
    this.requestId = requestIdOf(facts.headers);
    this.operationId = facts.operationId;
    this.method = facts.method;
    this.path = facts.path;
  }

  /** Whether an error is an answer of the API, from another copy of the package too. */
  static override is(error: unknown): error is ApiError {
    return ClientError.is(error) && "status" in error && "body" in error;
  }

  /** Without the headers, which may hold cookies. */
  toJSON(): object {
    const { name, message, status, body, requestId, operationId, method, path } = this;
    return { name, message, status, body, requestId, operationId, method, path };
  }
}

/** 400: the request is wrong. */
export class BadRequestError<Body = unknown> extends ApiError<400, Body> {
  override name = "BadRequestError";
}

/** 401: no credentials, or none that are valid. */
export class AuthenticationError<Body = unknown> extends ApiError<401, Body> {
  override name = "AuthenticationError";
}

/** 403: the credentials don't allow this. */
export class PermissionError<Body = unknown> extends ApiError<403, Body> {
  override name = "PermissionError";
}

/** 404: there is no such thing. */
export class NotFoundError<Body = unknown> extends ApiError<404, Body> {
  override name = "NotFoundError";
}

/** 409: it conflicts with what is there. */
export class ConflictError<Body = unknown> extends ApiError<409, Body> {
  override name = "ConflictError";
}

/** 422: the request is well formed, its values are not acceptable. */
export class ValidationError<Body = unknown> extends ApiError<422, Body> {
  override name = "ValidationError";
}

/** 429: too many requests. */
export class RateLimitError<Body = unknown> extends ApiError<429, Body> {
  override name = "RateLimitError";

  /** How long the API asks to wait, in milliseconds; `undefined` where it does not say. */
  get retryAfterMs(): number | undefined {
    return parseRetryAfter(this.headers.get("retry-after"));
  }
}

/** 5xx: the API failed. */
export class ServerError<Status extends number = number, Body = unknown> extends ApiError<Status, Body> {
  override name = "ServerError";
}

/** 3xx: the API sends the request elsewhere. It is not followed, so that credentials stay where they belong. */
export class RedirectError<Status extends number = number, Body = unknown> extends ApiError<Status, Body> {
  override name = "RedirectError";
}

/** There was no answer: no connection, or one that broke. `cause` is the runtime's own error. */
export class ConnectionError extends ClientError {
  override name = "ConnectionError";
}

/** The caller's signal aborted the call; `cause` is its reason. */
export class AbortError extends ClientError {
  override name = "AbortError";
}

/** A 2xx answer that is not what its content type says. */
export class ResponseParseError extends ClientError {
  override name = "ResponseParseError";

  constructor(
    message: string,
    readonly status: number,
    readonly contentType: string,
    readonly requestId: string | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** An argument or an option that can't be sent; nothing was. */
export class InvalidArgumentError extends ClientError {
  override name = "InvalidArgumentError";

  constructor(
    /** The parameter or option that is wrong. */
    readonly argument: string,
    message: string,
  ) {
    super(message);
  }
}

/** The pages of a list do not lead to an end. */
export class PaginationError extends ClientError {
  override name = "PaginationError";
}

const requestIdHeaders = ["x-request-id", "request-id", "x-pinterest-rid", "x-amzn-requestid", "x-correlation-id"];

/** What the API calls the request, under the names that are usual. */
export function requestIdOf(headers: Headers): string | undefined {
  for (const name of requestIdHeaders) {
    const value = headers.get(name);
    if (value !== null) return value;
  }
  return undefined;
}

/** `Retry-After` as seconds or as a date (RFC 9110, 10.2.3), in milliseconds from now; `undefined` for anything else. */
function parseRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
