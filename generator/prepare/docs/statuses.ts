import type { Method } from "../../openapi";
import { code } from "./markdown";

/** The classes that statuses are thrown as (templates/static/src/runtime/api-error.ts has the same table). */
const errorClasses: Readonly<Record<string, string>> = {
  400: "BadRequestError",
  401: "AuthenticationError",
  403: "PermissionError",
  404: "NotFoundError",
  409: "ConflictError",
  422: "ValidationError",
  429: "RateLimitError",
};

/** Methods that may be sent twice without doing twice (RFC 9110, 9.2.2), as the runtime has them. */
const repeatable: readonly string[] = ["get", "head", "options", "put", "delete"];
const retriedStatuses = ["408", "429", "500", "502", "503", "504"];

/** Statuses that any operation may be answered with, whatever its document says. */
export const undocumentedStatuses = ["401", "403", "429"] as const;

/** The class that an answer is thrown as; `undefined` for one that is not thrown. `status`: as the document spells it. */
export function errorClass(status: string): string | undefined {
  if (/^[12]/.test(status)) return undefined;
  if (status.startsWith("5")) return "ServerError";
  if (status.startsWith("3")) return "RedirectError";
  return errorClasses[status] ?? "ApiError";
}

/** Whether the client has tried again before it throws, for a cell. */
export function retriedCell(status: string, method: Method): string {
  if (errorClass(status) === undefined) return "-";
  if (/^\d{3}$/.test(status)) return isRetried(status, method);
  const first = /^(\d)XX$/i.exec(status)?.[1];
  const retried = retriedStatuses
    .filter((candidate) => first === undefined || candidate.startsWith(first))
    .map((candidate) => [candidate, isRetried(candidate, method)] as const)
    .filter(([, answer]) => answer !== "no")
    .map(([candidate, answer]) => (answer === "yes" ? code(candidate) : `${code(candidate)} ${answer}`));
  return retried.length === 0 ? "no" : retried.join(", ");
}

/** 401 leads to one more request where a provider can get a new token, whatever the method. */
function isRetried(status: string, method: Method): string {
  if (status === "401") return "once, with `auth`";
  if (repeatable.includes(method)) return retriedStatuses.includes(status) ? "yes" : "no";
  return status === "429" ? "yes" : status === "503" ? "with `Retry-After`" : "no";
}

/** What becomes of a call that has no answer, in a sentence. */
export function noAnswerText(method: Method): string {
  return repeatable.includes(method)
    ? "both are retried"
    : "retried only where the connection failed before anything was sent";
}

/** What a caller can do about an answer, for a cell. */
export function adviceCell(status: string): string {
  const own = advice[status] ?? advice[`${status[0] ?? ""}XX`];
  return own ?? "Look at `error.status` and `error.body`.";
}

const advice: Readonly<Record<string, string>> = {
  "1XX": "-",
  "2XX": "-",
  "3XX": "It is not followed: correct `baseUrl`.",
  400: "Correct what `error.body` names.",
  401: "Get a new token or key.",
  403: "Ask for the scope or the right that is missing.",
  404: "Check the identifiers; it may be gone.",
  409: "Read the present state, then decide.",
  422: "Correct what `error.body` names.",
  429: "Wait `error.retryAfterMs`; call less often.",
  "4XX": "Look at `error.body`.",
  "5XX": "Try later; report `error.requestId`.",
};
