/** Where a request was made, for messages and for handling: never more than the document says. */
export interface RequestFacts {
  readonly operationId: string;
  readonly method: string;
  /** The path template; values of parameters are not part of it. */
  readonly path: string;
}

/** What an error is told beside its message. */
export interface ErrorFacts {
  readonly request?: RequestFacts | undefined;
  readonly cause?: unknown;
  /** The answer that it came with, where there was one. */
  readonly response?: Response | undefined;
}

/** The base of everything this package throws. */
export class ClientError extends Error {
  override get name(): string {
    return "ClientError";
  }

  /** Marks errors of any copy of this package, of any version. */
  readonly isClientError = true;
  /** The operation that was called, and where; absent in errors of the client's own options. */
  declare readonly operationId?: string;
  declare readonly method?: string;
  declare readonly path?: string;
  /** The status of the answer, where there was one. */
  readonly status: number | undefined;
  /** What to name when asking the API's provider. */
  readonly requestId: string | undefined;
  /** How many requests had been sent when it was given up. */
  readonly attempts: number = 0;
  /** The answer that it came with, its body read. Not enumerable: its headers may hold cookies, which are not for a log. */
  declare readonly response: Response | undefined;

  /** `facts.cause` is there only where there is one. */
  constructor(what: string, facts: ErrorFacts = {}) {
    const { request, response } = facts;
    super(request ? `${request.operationId}: ${request.method} ${request.path} ${what}` : what, facts);
    Object.assign(this, request);
    Object.defineProperty(this, "response", { value: response });
    this.status = response?.status;
    this.requestId = response && requestIdOf(response.headers);
  }

  /** Whether an error is of this class or one below it, from another copy of this package too, where `instanceof` says no. */
  static is<Kind>(this: { readonly prototype: Kind }, error: unknown): error is Kind {
    if (!(error as Partial<ClientError> | undefined)?.isClientError) return false;
    const { name } = this.prototype as Error;
    for (let level = error as Error | null; level; level = Object.getPrototypeOf(level) as Error | null)
      if (level.name === name) return true;
    return false;
  }

  /** For logs: without stack, cause and headers. */
  toJSON(): object {
    const { name, message } = this;
    return Object.assign({}, this, { name, message });
  }
}

/** The API answered, and the answer is not 2xx. */
export class ApiError<Status extends number = number, Body = unknown> extends ClientError {
  override get name(): string {
    return "ApiError";
  }

  declare readonly status: Status;
  declare readonly response: Response;
  /** The answer's JSON, or its text where it is not JSON; `undefined` where it is empty. */
  readonly body: Body;

  constructor(what: string, facts: ErrorFacts & { readonly response: Response; readonly body?: unknown }) {
    super(what, facts);
    this.body = facts.body as Body;
  }

  /** The answer's headers. */
  get headers(): Headers {
    return this.response.headers;
  }

  /** How long the API asks to wait (`Retry-After`), in milliseconds; `undefined` where it does not say. */
  get retryAfterMs(): number | undefined {
    return parseRetryAfter(this.headers.get("retry-after"));
  }
}

/** 400: the request is wrong. */
export class BadRequestError<Body = unknown> extends ApiError<400, Body> {
  override get name(): string {
    return "BadRequestError";
  }
}

/** 401: no credentials, or none that are valid. */
export class AuthenticationError<Body = unknown> extends ApiError<401, Body> {
  override get name(): string {
    return "AuthenticationError";
  }
}

/** 403: the credentials don't allow this. */
export class PermissionError<Body = unknown> extends ApiError<403, Body> {
  override get name(): string {
    return "PermissionError";
  }
}

/** 404: there is no such thing. */
export class NotFoundError<Body = unknown> extends ApiError<404, Body> {
  override get name(): string {
    return "NotFoundError";
  }
}

/** 409: it conflicts with what is there. */
export class ConflictError<Body = unknown> extends ApiError<409, Body> {
  override get name(): string {
    return "ConflictError";
  }
}

/** 422: the request is well formed, its values are not acceptable. */
export class ValidationError<Body = unknown> extends ApiError<422, Body> {
  override get name(): string {
    return "ValidationError";
  }
}

/** 429: too many requests. `retryAfterMs` says how long to wait. */
export class RateLimitError<Body = unknown> extends ApiError<429, Body> {
  override get name(): string {
    return "RateLimitError";
  }
}

/** 5xx: the API failed. */
export class ServerError<Status extends number = number, Body = unknown> extends ApiError<Status, Body> {
  override get name(): string {
    return "ServerError";
  }
}

/**
 * 3xx: the API sends the request elsewhere. It is not followed, so that credentials stay where they belong. A browser does not say
 * which status it was: 0.
 */
export class RedirectError<Status extends number = number, Body = unknown> extends ApiError<Status, Body> {
  override get name(): string {
    return "RedirectError";
  }
}

// What is declared as protected below exists for the type checker alone: it tells classes apart that have the same members.

/** There was no answer, or one that broke off: then `status` is there. `cause` is the runtime's own error. */
export class ConnectionError extends ClientError {
  override get name(): string {
    return "ConnectionError";
  }

  declare protected readonly connectionError: true;
}

/** The time that an attempt (`timeoutMs`) or the whole call (`deadlineMs`) may take was over. */
export class TimeoutError extends ConnectionError {
  override get name(): string {
    return "TimeoutError";
  }

  declare protected readonly timeoutError: true;
}

/** The caller's signal aborted the call; `cause` is its reason. */
export class AbortError extends ClientError {
  override get name(): string {
    return "AbortError";
  }

  declare protected readonly abortError: true;
}

/** A 2xx answer that is not what the document says. */
export class ResponseParseError extends ClientError {
  override get name(): string {
    return "ResponseParseError";
  }

  declare protected readonly responseParseError: true;
}

/** An answer with more bytes than `maxResponseBytes`; the rest was not read. */
export class ResponseTooLargeError extends ClientError {
  override get name(): string {
    return "ResponseTooLargeError";
  }

  declare protected readonly responseTooLargeError: true;
}

/** An argument or an option that can't be sent; nothing was. */
export class InvalidArgumentError extends ClientError {
  override get name(): string {
    return "InvalidArgumentError";
  }

  constructor(
    /** The parameter or option that is wrong. */
    readonly argument: string,
    what: string,
    kind = "",
  ) {
    super(`${kind}${argument} ${what}`);
  }
}

/** There is no token: what gives it failed, or the token endpoint refused; then `status` is there. Nothing was sent to the API. */
export class AuthError extends ClientError {
  override get name(): string {
    return "AuthError";
  }

  declare protected readonly authError: true;
}

/** What the API calls the request, under the names that are usual. */
function requestIdOf(headers: Headers): string | undefined {
  return [...headers].find(([name]) => /^(x-)?(amzn-|pinterest-)?(r|request-?|correlation-)id$/.test(name))?.[1];
}

/** `Retry-After` as seconds or as a date (RFC 9110, 10.2.3), in milliseconds from now; `undefined` for anything else. */
function parseRetryAfter(value: string | null): number | undefined {
  if (/^\d{1,12}$/.test(value ?? "")) return Number(value) * 1000;
  const ms = /[a-z]{3}/i.test(value ?? "") ? Date.parse(value!) - Date.now() : NaN;
  return isNaN(ms) ? undefined : Math.max(0, ms);
}
