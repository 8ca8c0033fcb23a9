/** The same function, which answers once for each object: what it is asked of must not change. */
export function oncePer<Key extends object, T>(make: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}

/** The same function of two objects, which answers once for each pair. */
export function oncePerPair<First extends object, Second extends object, T>(
  make: (first: First, second: Second) => T,
): (first: First, second: Second) => T {
  const of = oncePer((first: First) => oncePer((second: Second) => make(first, second)));
  return (first, second) => of(first)(second);
}

/** One run asks for fewer; more only come together where `watch` has gone on for long. */
const most = 50_000;

/** The same function, which answers from memory what it was asked before: what one run repeats, and what `watch` asks anew. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = make(text);
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}
