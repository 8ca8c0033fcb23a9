import { tellApart } from "../discriminators";
import type { Document } from "../flow";
import { Api } from "./api";
import type { Controls } from "./control";
import { FaultQueue } from "./faults/fault-queue";
import { RequestLog } from "./request-log";
import { listen } from "./server";
import { Tokens, type TokenSettings } from "./tokens/tokens";

export interface MockOptions extends Partial<TokenSettings> {
  /** 0, the default: any that is free. */
  readonly port?: number;
  /** How many things each collection begins with: 60, which is three pages of 25. */
  readonly seeds?: number;
  /** Of a request: 1 MB. */
  readonly maxBodyBytes?: number;
}

/** A mock that serves. */
export interface Mock extends Controls {
  /** The base URL for a client, `http://127.0.0.1:4010`. */
  readonly url: string;
  close(): Promise<void>;
}

/** `Document` → a server of it on loopback: validates, keeps state, gives tokens, and fails as it is told (README.md). */
export async function startMock(document: Document, options: MockOptions = {}): Promise<Mock> {
  const { port = 0, seeds = 60, maxBodyBytes = 1_000_000, ...settings } = options;
  const tokens = new Tokens(settings);
  const { openapi } = tellApart(document);
  const api = new Api(openapi, tokens, seeds);
  const faults = new FaultQueue();
  const log = new RequestLog(openapi);
  const controls: Controls = {
    requests: () => log.all(),
    faults: (texts) => faults.push(texts),
    pendingFaults: () => faults.pending(),
    clearFaults: () => faults.clear(),
    tokens: (changes) => tokens.set(changes),
    expireTokens: (own) => tokens.expire(own),
    reset: () => {
      for (const part of [api, tokens]) part.reset();
      for (const part of [faults, log]) part.clear();
    },
  };
  const { url, close } = await listen({ api, faults, log, controls, maxBodyBytes }, port);
  return { ...controls, url, close };
}
