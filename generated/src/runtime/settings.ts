import { InvalidArgumentError } from "./errors.js";
import type { Hooks } from "./hooks.js";

/** When and how long to wait before a failed attempt is repeated. */
export interface RetryOptions {
  /** The first wait, in milliseconds; each further one is up to twice as long. 500 by default. */
  readonly baseMs?: number | undefined;
  /** The longest wait of our own, in milliseconds. 8,000 by default. */
  readonly capMs?: number | undefined;
  /** The longest `Retry-After` that is waited for, in milliseconds; a longer one is thrown at once. 60,000 by default. */
  readonly maxRetryAfterMs?: number | undefined;
  /** The statuses worth another attempt. 408, 429, 500, 502, 503 and 504 by default. */
  readonly statuses?: readonly number[] | undefined;
  /**
   * The methods that may be sent twice (RFC 9110, 9.2.2): GET, HEAD, OPTIONS, PUT and DELETE by default. Any other is repeated only after
   * 429, 503 with `Retry-After`, or a connection that was never made.
   */
  readonly methods?: readonly string[] | undefined;
}

/** What may be set for a client, and for one call over it. */
export interface CallSettings {
  /** How long one attempt may take, its answer's body included, in milliseconds; 30,000 by default, `false` for ever. */
  readonly timeoutMs?: number | false | undefined;
  /** How long a call may take with all its attempts and the waits between, in milliseconds; off by default. */
  readonly deadlineMs?: number | false | undefined;
  /** How often a failed attempt is repeated; 2 by default. */
  readonly maxRetries?: number | undefined;
  readonly retry?: RetryOptions | undefined;
  /** The largest answer that is read, in bytes after decompression; 50 MB (52,428,800) by default. */
  readonly maxResponseBytes?: number | undefined;
  /** Told of what happens; a call's own after the client's. */
  readonly hooks?: Hooks | undefined;
}

/** Settings, checked and whole. */
export interface Settings {
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
  readonly baseMs: number;
  readonly capMs: number;
  readonly maxRetryAfterMs: number;
  readonly statuses: readonly number[];
  readonly methods: readonly string[];
  readonly hooks: readonly Hooks[];
}

export const defaultSettings: Settings = {
  timeoutMs: 30_000,
  deadlineMs: Infinity,
  maxRetries: 2,
  maxResponseBytes: 50 * 1024 * 1024,
  baseMs: 500,
  capMs: 8000,
  maxRetryAfterMs: 60_000,
  statuses: [408, 429, 500, 502, 503, 504],
  methods: ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"],
  hooks: [],
};

/** `given` laid over `base`. Throws an `InvalidArgumentError` for a number that is none, or below 0. */
export function settingsOf(base: Settings, { hooks, retry, ...given }: CallSettings): Settings {
  const settings: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries<unknown>({ ...given, ...retry })) {
    if (value === undefined || !(name in base)) continue;
    if (!Array.isArray(value) && value !== false && !(typeof value === "number" && value >= 0))
      throw new InvalidArgumentError(name, "must be a number, 0 or more");
    settings[name] = value === false ? Infinity : value;
  }
  if (hooks) settings["hooks"] = [...base.hooks, hooks];
  return settings as unknown as Settings;
}
