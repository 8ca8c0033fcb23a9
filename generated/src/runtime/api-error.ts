import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  RedirectError,
  ServerError,
  ValidationError,
  type ApiErrorFacts,
  type RequestFacts,
} from "./errors.js";

type Constructor = new (message: string, facts: ApiErrorFacts<never, unknown>) => ApiError;

const classes: Readonly<Record<number, Constructor>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: ValidationError,
  429: RateLimitError,
};

/** Longest part of an answer that a message repeats. */
const longestMessage = 1000;

/** The error of an answer that is not 2xx: its class by status, its message with what the API says. `secret` is masked. */
export function apiErrorOf(
  request: RequestFacts,
  response: Response,
  body: unknown,
  secret: string | undefined,
): ApiError {
  const { status, headers } = response;
  const said = status < 400 ? redirectText(headers.get("location")) : messageOf(body);
  const text = secret ? said.replaceAll(secret, "***") : said;
  const message = `${request.operationId}: ${request.method} ${request.path} was answered with ${status}${text && `: ${text}`}`;
  const facts = { ...request, status: status as never, body, headers };
  return new (classOf(status))(message, facts);
}

function classOf(status: number): Constructor {
  const own = classes[status];
  if (own !== undefined) return own;
  if (status >= 500) return ServerError;
  return status < 400 ? RedirectError : ApiError;
}

function messageOf(body: unknown): string {
  const message =
    typeof body === "object" && body !== null && Object.hasOwn(body, "message")
      ? (body as { message: unknown }).message
      : undefined;
  return typeof message === "string" ? message.slice(0, longestMessage) : "";
}

/** Only the origin: a redirect's path and query may hold what is not for a log. */
function redirectText(location: string | null): string {
  if (location === null || !URL.canParse(location)) return "redirects are not followed";
  return `redirects are not followed; this one goes to ${new URL(location).origin}`;
}
