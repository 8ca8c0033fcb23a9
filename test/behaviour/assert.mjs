/** What the cases ask with: no test runner, no Node, so that any runtime can run them. */
export function equal(found, wanted, what = "value") {
  const [a, b] = [show(found), show(wanted)];
  if (a !== b) throw new Error(`${what}: found ${a}, wanted ${b}`);
}

export function ok(condition, what) {
  if (!condition) throw new Error(what);
}

/** The error that something rejects with, or throws. */
export async function failure(work) {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
}

function show(value) {
  return value === undefined ? "undefined" : JSON.stringify(value, sorted);
}

function sorted(_key, value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
