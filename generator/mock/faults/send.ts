import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { createGzip } from "node:zlib";
import type { Answer } from "../answer/answer";
import { retryAfterText, type Fault } from "./fault";
import { wait } from "./wait";

/** More than any client should take without being told to. */
const ordinaryOversize = 60_000_000;
const html = "<!doctype html><title>Log in</title><h1>Log in</h1>";

/** Sends an answer, with what a fault does to it on the wire. */
export async function send(response: ServerResponse, answer: Answer, fault: Fault | undefined): Promise<void> {
  if (fault === undefined) {
    sendWhole(response, answer);
    return;
  }
  const bent = bend(answer, fault);
  if (fault.reset === "after") response.socket?.resetAndDestroy();
  else if (fault.body === "oversize") await sendOversize(response, bent, fault);
  else if (fault.reset === "body" || fault.body === "truncated") await sendHalf(response, bent, fault);
  else if (fault.drip !== undefined) await sendSlowly(response, bent, fault.drip);
  else sendWhole(response, bent);
}

/** What a fault changes of the answer itself. */
function bend(answer: Answer, fault: Fault): Answer {
  const status = fault.status ?? (fault.redirect === undefined ? answer.status : 302);
  const headers = {
    ...answer.headers,
    ...(fault.retryAfter === undefined ? {} : { "retry-after": retryAfterText(fault.retryAfter) }),
    ...(fault.redirect === undefined ? {} : { location: fault.redirect }),
  };
  if (fault.body === "html")
    return { status, headers: { ...headers, "content-type": "text/html; charset=utf-8" }, body: html };
  if (fault.body === "empty") return { status, headers, body: "" };
  const bytes = bytesOf(answer);
  return { status, headers, body: fault.body === "cut" ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes };
}

function bytesOf({ body }: Answer): Buffer {
  return typeof body === "string" ? Buffer.from(body) : body;
}

function sendWhole(response: ServerResponse, answer: Answer): void {
  writeHead(response, answer, bytesOf(answer).length);
  response.end(bytesOf(answer));
}

function writeHead(response: ServerResponse, { status, headers }: Answer, length: number | undefined): void {
  const hasLength = length !== undefined && status !== 204 && status !== 304;
  response.writeHead(status, { ...headers, ...(hasLength ? { "content-length": length } : {}) });
}

/** Half of what was promised; then the connection ends: by a reset, or as if all had been said. */
async function sendHalf(response: ServerResponse, answer: Answer, fault: Fault): Promise<void> {
  const bytes = bytesOf(answer);
  writeHead(response, answer, Math.max(bytes.length, 2));
  response.flushHeaders();
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
  // What was written is on its way before the end comes.
  await wait(30);
  if (fault.reset === "body") response.socket?.resetAndDestroy();
  else response.socket?.end();
}

async function sendSlowly(response: ServerResponse, answer: Answer, interval: number): Promise<void> {
  const bytes = bytesOf(answer);
  writeHead(response, answer, bytes.length);
  response.flushHeaders();
  for (const byte of bytes) {
    await wait(interval);
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
  }
  response.end();
}

/** A JSON text of so many bytes, made as it is sent; no length is promised. */
async function sendOversize(response: ServerResponse, answer: Answer, fault: Fault): Promise<void> {
  const size = Math.max(fault.size ?? ordinaryOversize, 2);
  const encoding = fault.gzip === true ? { "content-encoding": "gzip" } : {};
  writeHead(response, { ...answer, headers: { ...answer.headers, ...encoding } }, undefined);
  const target = fault.gzip === true ? createGzip() : response;
  if (target !== response) target.pipe(response);
  response.once("close", () => target.destroy());
  const block = Buffer.alloc(65_536, " ");
  target.write("[");
  for (let left = size - 2; left > 0; left -= block.length) {
    if (target.destroyed || response.destroyed) return;
    if (!target.write(block.subarray(0, Math.min(left, block.length)))) await drained(target, response);
  }
  if (!target.destroyed) target.end("]");
}

/** Until there is room again, or nobody listens any more. */
async function drained(target: NodeJS.WritableStream, response: ServerResponse): Promise<void> {
  const done = new AbortController();
  const { signal } = done;
  await Promise.race([once(target, "drain", { signal }), once(response, "close", { signal })]).catch(() => undefined);
  done.abort();
}
