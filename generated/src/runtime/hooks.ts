import type { ClientError, RequestFacts } from "./errors.js";

/** One attempt of a call. Holds no header and no body, so nothing in it is secret. */
export interface AttemptEvent extends RequestFacts {
  /** From 1. */
  readonly attempt: number;
}

/** An attempt that was answered, and its answer read. */
export interface ResponseEvent extends AttemptEvent {
  readonly status: number;
  /** From the start of the attempt, in milliseconds. */
  readonly durationMs: number;
}

/** A failed attempt that will be repeated. */
export interface RetryEvent extends AttemptEvent {
  readonly error: ClientError;
  /** How long is waited first, in milliseconds. */
  readonly delayMs: number;
}

/** A call that failed. */
export interface ErrorEvent extends AttemptEvent {
  readonly error: ClientError;
}

/**
 * Told of what happens; each may return a promise, which is waited for. One that throws ends the call with its error as `cause`. To
 * change a request or an answer, use middleware.
 */
export interface Hooks {
  readonly onRequest?: ((event: AttemptEvent) => unknown) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  readonly onRetry?: ((event: RetryEvent) => unknown) | undefined;
  readonly onError?: ((event: ErrorEvent) => unknown) | undefined;
}

/** Where log lines go: `console` fits. */
export type Logger = Readonly<Record<"error" | "warn" | "info" | "debug", (message: string) => void>>;

/** `error`: failed calls; `warn`: and retries; `info`: and answers; `debug`: and requests. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** What is told at each level, from the first on. */
const told = ["onError", "onRetry", "onResponse", "onRequest"] as const;
const levels = ["off", "error", "warn", "info", "debug"] as const;

/** Hooks that write a line for each event of a level. */
export function logHooks(logger: Logger, level: LogLevel): Hooks {
  const shown = told.slice(0, levels.indexOf(level)).map((name, index) => {
    const log = (event: AttemptEvent & { readonly error?: ClientError; readonly status?: number }): void => {
      const { operationId, attempt, status = "", error } = event;
      logger[levels[index + 1] as "error"](
        `${operationId} ${name.slice(2)} ${error?.message ?? status} (attempt ${attempt})`,
      );
    };
    return [name, log];
  });
  return Object.fromEntries(shown) as Hooks;
}
