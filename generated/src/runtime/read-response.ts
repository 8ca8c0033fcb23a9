import { ResponseParseError, requestIdOf, type RequestFacts } from "./errors.js";

/** How much of a body that can't be parsed a message repeats. */
const longestQuote = 200;

/** The body of a 2xx answer, by its content type: JSON parsed, text as a string, anything else a Blob; `undefined` when it is empty. */
export async function readResponse(request: RequestFacts, response: Response): Promise<unknown> {
  if (request.method === "HEAD" || response.body === null || [204, 205, 304].includes(response.status))
    return undefined;
  const contentType = response.headers.get("content-type") ?? "";
  if (!/[/+]json\b/i.test(contentType) && !isText(contentType)) return blobOrNothing(response);
  const text = await response.text();
  if (text === "") return undefined;
  return isText(contentType) ? text : parseJson(text, request, response, contentType);
}

function isText(contentType: string): boolean {
  return /^(text\/|application\/(xml|javascript|x-yaml|yaml)\b|[^;]+\+(xml|yaml)\b)/i.test(contentType);
}

async function blobOrNothing(response: Response): Promise<Blob | undefined> {
  const blob = await response.blob();
  return blob.size === 0 ? undefined : blob;
}

function parseJson(text: string, request: RequestFacts, response: Response, contentType: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw parseError(`is not the JSON it says it is: ${text.slice(0, longestQuote)}`, request, response, contentType);
  }
}

/** An answer that can't be understood. */
export function parseError(
  what: string,
  request: RequestFacts,
  response: Response,
  contentType: string,
): ResponseParseError {
  const message = `${request.operationId}: the answer to ${request.method} ${request.path} (status ${response.status}) ${what}`;
  return new ResponseParseError(message, response.status, contentType, requestIdOf(response.headers));
}
