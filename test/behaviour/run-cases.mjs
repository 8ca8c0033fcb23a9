/** A case that does not settle in so many milliseconds has failed. */
const patience = 30_000;

/**
 * Runs cases one after the other, and tells `report` what came of each: `{ name }`, `{ name, error }` or `{ name, skipped }`, with the
 * reason. No test runner and no Node in here, so that any runtime can.
 *
 * A case is `{ name, run(library, functions, manifest, { mockUrl }) }`, passed if its promise resolves; and, where it has to:
 * `needs: "server"`: real HTTP; `mockUrl` is the mock's, as at its start. `browser: false`: a browser can't do it.
 */
export async function runCases(cases, { library, functions, manifest }, { mockUrl, isBrowser = false }, report) {
  for (const { name, needs, browser, run } of cases) {
    const skipped = reasonToSkip({ needs, browser }, { mockUrl, isBrowser });
    if (skipped !== undefined) {
      report({ name, skipped });
      continue;
    }
    if (needs === "server") await fetch(`${mockUrl}/__mock__/reset`, { method: "POST" });
    const error = await inTime(() => run(library, functions, manifest, { mockUrl })).then(() => undefined, String);
    report({ name, error });
  }
}

function reasonToSkip({ needs, browser }, { mockUrl, isBrowser }) {
  if (isBrowser && browser === false) return "a browser can't do it";
  return needs === "server" && mockUrl === undefined ? "there is no server" : undefined;
}

async function inTime(work) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not settle in ${patience / 1000} s`)), patience);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
