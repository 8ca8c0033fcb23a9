import type { Answer } from "./answer/answer";
import { headerOf, type ReceivedRequest } from "./request/received-request";

/** So that a page in a browser may call and read all (Fetch, "CORS protocol"); what is served is made up. */
export const crossOriginHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "*",
} as const;

/** The answer to a browser that asks before it calls; `undefined` for any other request. */
export function preflightAnswer(request: ReceivedRequest): Answer | undefined {
  const method = headerOf(request, "access-control-request-method");
  if (request.method !== "OPTIONS" || method === undefined) return undefined;
  const headers = {
    "access-control-allow-methods": method,
    "access-control-allow-headers": headerOf(request, "access-control-request-headers") ?? "*",
    "access-control-allow-private-network": "true",
    "access-control-max-age": "600",
  };
  return { status: 204, headers, body: "" };
}
