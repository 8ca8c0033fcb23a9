/**
 * Gives back the value of before, or of each of its parts, wherever the next one says the same: what is made once of an object
 * (remembered.ts) is then not made again for what did not change between two runs of `watch`. Parts are compared with the order of their
 * keys; what has changed is filled in place with what has not.
 */
export function keeper<T>(): (next: T) => T {
  let last: T | undefined;
  return (next) => (last = kept(last, next));
}

function kept<T>(before: unknown, next: T): T {
  if (Object.is(before, next) || typeof next !== "object" || next === null) return next;
  if (typeof before !== "object" || before === null) return next;
  if (Object.getPrototypeOf(before) !== Object.getPrototypeOf(next)) return next;
  if (next instanceof Set) return isSameSet(before as Set<unknown>, next) ? (before as T) : next;
  if (next instanceof Map) return keptMap(before as Map<unknown, unknown>, next) as T;
  return keptObject(before as Record<string, unknown>, next as Record<string, unknown>) as T;
}

function isSameSet(before: ReadonlySet<unknown>, next: ReadonlySet<unknown>): boolean {
  return before.size === next.size && [...next].every((member) => before.has(member));
}

function keptMap(before: ReadonlyMap<unknown, unknown>, next: Map<unknown, unknown>): ReadonlyMap<unknown, unknown> {
  const keys = before.keys();
  let isSame = before.size === next.size;
  for (const [key, member] of next) {
    const same = kept(before.get(key), member);
    next.set(key, same);
    isSame &&= Object.is(keys.next().value, key) && Object.is(before.get(key), same);
  }
  return isSame ? before : next;
}

function keptObject(before: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(before);
  const nextKeys = Object.keys(next);
  let isSame = keys.length === nextKeys.length;
  for (const [index, key] of nextKeys.entries()) {
    const same = Object.hasOwn(before, key) ? kept(before[key], next[key]) : next[key];
    next[key] = same;
    isSame &&= keys[index] === key && Object.is(before[key], same);
  }
  return isSame ? before : next;
}
