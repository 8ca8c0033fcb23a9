// What was sent to say who calls, and is not to be said again.

/** Remembers what no error may repeat. A shorter one is no secret, and stands in any text. */
export function hide(secrets: string[], ...texts: readonly string[]): void {
  secrets.push(...texts.filter((text) => text.length > 7));
}

/**
 * What `fetch` threw. Where it repeats a secret, in what it holds or by a cause, five deep, an error in its place that says the same without.
 */
export function withoutSecrets(thrown: unknown, secrets: readonly string[], depth = 5): unknown {
  const error = Object(thrown) as { readonly stack?: unknown; readonly code?: unknown; readonly cause?: unknown };
  const cause = error.cause && depth > 0 ? withoutSecrets(error.cause, secrets, depth - 1) : error.cause;
  const told = [thrown, error.stack, ...Object.values<unknown>(error)].map(String).join();
  if (cause === error.cause && mask(told, secrets) === told) return thrown;
  return Object.assign(new Error(mask(String(thrown), secrets), { cause }), { code: error.code });
}

/** Text without what must not be repeated. */
export function mask(text: string, secrets: readonly string[]): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, "***"), text);
}
