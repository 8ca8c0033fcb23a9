/**
 * What was made once of an object (remembered.ts) is not made again under `watch`, where the object is that of the run before. These give it
 * back for as long as the next one says the same.
 */

/** Of plain data: each part that is equal to the one in its place before, in the same order of keys, is that one. */
export function keepingParts<T>(): (next: T) => T {
  let last: T | undefined;
  return (next) => (last = kept(last, next) as T);
}

/** Of an object or a set: the one before, where it has the very same members. */
export function keepingWhole<T extends object>(): (next: T) => T {
  let last: T | undefined;
  return (next) => (last = last !== undefined && hasSameMembers(last, next) ? last : next);
}

function hasSameMembers(before: object, next: object): boolean {
  return isSame(membersOf(before), membersOf(next));
}

/** Keys among them, for their order counts. */
function membersOf(value: object): unknown[] {
  return value instanceof Set ? [...(value as Set<unknown>)] : Object.entries(value).flat();
}

function isSame(before: readonly unknown[], next: readonly unknown[]): boolean {
  return before.length === next.length && next.every((member, index) => Object.is(member, before[index]));
}

function kept(before: unknown, next: unknown): unknown {
  if (typeof before !== "object" || typeof next !== "object" || before === null || next === null) return next;
  if (Object.is(before, next) || Object.getPrototypeOf(before) !== Object.getPrototypeOf(next)) return next;
  if (next instanceof Map) return keptMap(before as Map<unknown, unknown>, next);
  return keptObject(before as Record<string, unknown>, next as Record<string, unknown>);
}

function keptMap(before: ReadonlyMap<unknown, unknown>, next: ReadonlyMap<unknown, unknown>): unknown {
  const parts = [...next].map(([key, member]) => [key, kept(before.get(key), member)] as const);
  return isSame([...before].flat(), parts.flat()) ? before : new Map(parts);
}

function keptObject(before: Record<string, unknown>, next: Record<string, unknown>): unknown {
  const keys = Object.keys(next);
  const parts = keys.map((key) => kept(Object.hasOwn(before, key) ? before[key] : undefined, next[key]));
  if (isSame(Object.keys(before), keys) && isSame(Object.values(before), parts)) return before;
  if (Array.isArray(next)) return parts;
  const result = Object.create(Object.getPrototypeOf(next) as object | null) as Record<string, unknown>;
  const descriptor = { enumerable: true, configurable: true, writable: true };
  for (const [index, key] of keys.entries()) Object.defineProperty(result, key, { ...descriptor, value: parts[index] });
  return result;
}
