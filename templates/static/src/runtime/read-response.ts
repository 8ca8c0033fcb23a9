import type { Attempt } from "./attempts.js";
import { mask } from "./connect.js";
import { ConnectionError, ResponseParseError, ResponseTooLargeError } from "./errors.js";

/** Reads the body of a 2xx answer as its operation's document says. */
export type Read = (response: Response, call: Attempt) => Promise<unknown>;

/** How much of a body that can't be parsed a message repeats. */
const longestQuote = 200;

/** JSON, whatever the answer calls it; `undefined` when it is empty. */
export const readJson: Read = async (response, call) => {
  const text = await readText(response, call);
  try {
    return text && (JSON.parse(text) as unknown);
  } catch {
    const quote = `${response.headers.get("content-type")}: ${mask(text!, call.secrets).slice(0, longestQuote)}`;
    throw new ResponseParseError(`was answered with ${response.status} and no JSON, but ${quote}`, {
      ...call,
      response,
    });
  }
};

/** The body as UTF-8; `undefined` when it is empty. */
export const readText = async (response: Response, call: Attempt): Promise<string | undefined> => {
  const decoder = new TextDecoder();
  let text = "";
  await forEachChunk(response, call, (chunk) => (text += decoder.decode(chunk, { stream: true })));
  return text + decoder.decode() || undefined;
};

/** Bytes; `undefined` when there are none. */
export const readBlob: Read = async (response, call) => {
  const chunks: Chunk[] = [];
  await forEachChunk(response, call, (chunk) => chunks.push(chunk));
  return chunks.length === 0 ? undefined : new Blob(chunks, { type: response.headers.get("content-type") ?? "" });
};

/** By what the answer says it is, where the document allows several. */
export const readAny: Read = (response, call) => {
  const type = response.headers.get("content-type") ?? "";
  if (/[/+]json\b/i.test(type)) return readJson(response, call);
  return /^text\/|[/+](xml|javascript|(x-)?yaml)\b/i.test(type) ? readText(response, call) : readBlob(response, call);
};

/** Bytes as `Blob` takes them, by a name that TypeScript knows before 5.7, too. */
type Chunk = Uint8Array & NonNullable<ConstructorParameters<typeof Blob>[0]>[number];

async function forEachChunk(response: Response, call: Attempt, take: (chunk: Chunk) => unknown): Promise<void> {
  const { read } = chunksOf(response, call);
  for (let chunk; (chunk = await read());) take(chunk);
}

interface Chunks {
  /** `undefined` at the end. Rejects with a `ResponseTooLargeError` or, when the body breaks off, a `ConnectionError`. */
  readonly read: () => Promise<Chunk | undefined>;
  readonly cancel: (reason?: unknown) => Promise<void> | undefined;
}

/** A body in chunks, no more than `maxResponseBytes` of it. */
export function chunksOf(response: Response, { request, settings, over }: Attempt): Chunks {
  const reader = response.body?.getReader();
  const cancel = (reason?: unknown): Promise<void> | undefined => reader?.cancel(reason).catch(() => undefined);
  let left = settings.maxResponseBytes;
  // `fetch` ends the body by its signal; one of a caller's own may not.
  void over.then(cancel);
  const read = async (): Promise<Chunk | undefined> => {
    const part = await reader?.read().catch((cause: unknown) => {
      throw new ConnectionError("was answered in part", { request, response, cause });
    });
    left -= part?.value?.byteLength ?? 0;
    if (left >= 0) return part?.value;
    void cancel();
    throw new ResponseTooLargeError("was answered with more than maxResponseBytes", { request, response });
  };
  return { read, cancel };
}
