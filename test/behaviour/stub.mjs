/** A `fetch` that gives one prepared answer after the other, the last for ever, and remembers what it was asked. */
export function stub(...answers) {
  const requests = [];
  const fetch = async (request) => {
    const body = request.body === null ? undefined : await request.text();
    requests.push({
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body,
      redirect: request.redirect,
    });
    request.signal.throwIfAborted();
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    return typeof answer === "function" ? answer(request) : answer.clone();
  };
  return { fetch, requests };
}

/** An answer with a JSON body. */
export function json(value, status = 200, headers = {}) {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json", ...headers } });
}
