/** What a way leads to from some names, themselves among it. `next`: the names that one leads to. */
export function closure(start: readonly string[], next: (name: string) => readonly string[]): Set<string> {
  const seen = new Set<string>();
  const pending = [...start];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const other of next(name)) pending.push(other);
  }
  return seen;
}
