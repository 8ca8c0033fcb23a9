import type { Attempt } from "./attempts.js";
import { ConnectionError, ResponseParseError, ResponseTooLargeError } from "./errors.js";
import { mask } from "./secrets.js";

/** Reads the body of a 2xx answer as its operation's document says. */
export type Read = (response: Response, attempt: Attempt) => Promise<unknown>;

/** How much of a body that can't be parsed a message repeats. */
const longestQuote = 200;

/** JSON, whatever the answer calls it; `undefined` when it is empty. */
export const readJson: Read = async (response, attempt) => {
  const text = await readText(response, attempt);
  try {
    return text && (JSON.parse(text) as unknown);
  } catch {
    const quote = `${response.headers.get("content-type")}: ${mask(text!, attempt.call.secrets).slice(0, longestQuote)}`;
    throw new ResponseParseError(`was answered with ${response.status} and no JSON, but ${quote}`, {
      request: attempt.call.request,
      response,
    });
  }
};

/** The body as UTF-8; `undefined` when it is empty. */
export const readText = async (response: Response, attempt: Attempt): Promise<string | undefined> => {
  const chunks = await readChunks(response, attempt);
  // To make a decoder takes as long as to read an answer; most come in one piece, and need none of their own.
  if (chunks.length < 2) return (chunks[0] && whole.decode(chunks[0])) || undefined;
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
};

const whole = /* @__PURE__ */ new TextDecoder();

/** Bytes; `undefined` when there are none. */
export const readBlob: Read = async (response, attempt) => {
  const chunks = await readChunks(response, attempt);
  return chunks.length === 0 ? undefined : new Blob(chunks, { type: response.headers.get("content-type") ?? "" });
};

/** By what the answer says it is, where the document allows several. */
export const readAny: Read = (response, attempt) => {
  const type = response.headers.get("content-type") ?? "";
  if (/[/+]json\b/i.test(type)) return readJson(response, attempt);
  return /^text\/|[/+](xml|javascript|(x-)?yaml)\b/i.test(type)
    ? readText(response, attempt)
    : readBlob(response, attempt);
};

/** Bytes as `Blob` takes them, by a name that TypeScript knows before 5.7, too. */
type Chunk = Uint8Array & NonNullable<ConstructorParameters<typeof Blob>[0]>[number];

/** Leaves a body unread; what is shared with another reader ends when that one leaves it, too, which is not waited for. */
export function discard(response: Response | undefined): void {
  response?.body?.cancel().catch(() => undefined);
}

/** All chunks of a body. Throws a `ResponseTooLargeError` or, when it breaks off, a `ConnectionError`. */
async function readChunks(response: Response, attempt: Attempt): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  const reader = response.body?.getReader();
  if (!reader) return chunks;
  const cancel = (reason?: unknown): Promise<void> => reader.cancel(reason).catch(() => undefined);
  // `fetch` ends the body by its signal; one of a caller's own may not, and may answer when it is too late.
  attempt.cancel = cancel;
  if (attempt.isOver) void cancel();
  let left = attempt.call.settings.maxResponseBytes;
  while (left >= 0) {
    const { value } = await reader.read().catch((cause: unknown) => {
      throw brokenOff(response, attempt, cause);
    });
    if (!value) return chunks;
    chunks.push(value);
    left -= value.byteLength;
  }
  void cancel();
  throw tooLarge(response, attempt);
}

/** The error of a body whose end did not come. */
export function brokenOff(response: Response, { call: { request } }: Attempt, cause: unknown): ConnectionError {
  return new ConnectionError("was answered in part", { request, response, cause });
}

/** The error of a body that is larger than it may be. */
export function tooLarge(response: Response, { call: { request } }: Attempt): ResponseTooLargeError {
  return new ResponseTooLargeError("was answered with more than maxResponseBytes", { request, response });
}
