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
  type RequestFacts,
} from "./errors.js";

type Constructor = new (...args: ConstructorParameters<typeof ApiError>) => ApiError;

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
const longest = 1000;

/** The error of an answer that is not 2xx: its class by status, its message with what the API says. */
export function apiErrorOf(request: RequestFacts, response: Response, body?: unknown): ApiError {
  const { status } = response;
  const { message } = Object(body) as { message?: unknown };
  const said = typeof message === "string" ? `: ${message.slice(0, longest)}` : "";
  const Kind = classes[status] ?? (status < 400 ? RedirectError : status < 500 ? ApiError : ServerError);
  return new Kind(`was answered with ${status}${status < 400 ? redirectText(response) : said}`, {
    request,
    response,
    body,
  });
}

/** Only the origin: a redirect's path and query may hold what is not for a log. */
function redirectText({ headers }: Response): string {
  const location = headers.get("location") ?? "";
  return `, a redirect${URL.canParse(location) ? ` to ${new URL(location).origin}` : ""} that is not followed`;
}
