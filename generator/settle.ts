/** A promise that is awaited later: its rejection is kept for then, and not reported as nobody's. */
export function settle<T>(promise: Promise<T>): () => Promise<T> {
  promise.catch(() => undefined);
  return () => promise;
}
