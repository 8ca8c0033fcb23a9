import type { IncomingHttpHeaders } from "node:http";

/** A request as it came, read whole. */
export interface ReceivedRequest {
  /** `GET` */
  readonly method: string;
  /** As on the wire, percent-encoded, without the query. */
  readonly path: string;
  /** As on the wire, without the question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** `undefined`: longer than the limit. */
  readonly body: Buffer | undefined;
}

/** One header's value, those of a repeated one joined (RFC 9110 §5.3). */
export function headerOf({ headers }: ReceivedRequest, name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(", ") : value;
}

/** A text without its percent-encoding; `undefined` where that is not UTF-8. */
export function decodeText(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
