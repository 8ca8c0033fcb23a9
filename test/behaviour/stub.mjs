/** A `fetch` that gives one prepared answer after the other, the last for ever, and remembers what it was asked. */
export function stub(...answers) {
  const requests = [];
  const fetch = async (request, init) => {
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
    return endedBy(init?.signal, await (typeof answer === "function" ? answer(request) : answer.clone()));
  };
  return { fetch, requests };
}

/** As a real answer is: its body breaks off when the signal is aborted. */
function endedBy(signal, response) {
  if (!signal || !response.body || response.status < 200) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream({
    start: (controller) => signal.addEventListener("abort", () => controller.error(signal.reason)),
    async pull(controller) {
      const { done, value } = await reader.read();
      if (signal.aborted) return;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, response);
}

/** An answer with a JSON body. */
export function json(value, status = 200, headers = {}) {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json", ...headers } });
}
