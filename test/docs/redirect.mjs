// Preloaded into an example: what it sends to the API goes to the test's server, and what came back is written down.
import { appendFileSync } from "node:fs";

const { TEST_SERVER, TEST_BASES, TEST_RECORD } = process.env;
const send = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const base = TEST_BASES.split(" ").find((candidate) => request.url.startsWith(candidate));
  if (base === undefined) throw new Error(`an example asks ${new URL(request.url).origin}`);
  const body = request.body === null ? undefined : await request.arrayBuffer();
  const { method, headers, redirect, signal } = request;
  const response = await send(TEST_SERVER + request.url.slice(base.length), {
    method,
    headers,
    body,
    redirect,
    signal,
  });
  if (!request.url.includes("/oauth/")) appendFileSync(TEST_RECORD, `${await response.clone().text()}\n`);
  return response;
};
