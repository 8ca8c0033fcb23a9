import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Refusal, type Answer } from "./answer/answer";
import type { Api, Target } from "./api";
import { answerControl, controlPath, type Controls } from "./control";
import { crossOriginHeaders, preflightAnswer } from "./cross-origin";
import type { Fault } from "./faults/fault";
import type { FaultQueue } from "./faults/fault-queue";
import { send } from "./faults/send";
import { wait } from "./faults/wait";
import { headerOf, type ReceivedRequest } from "./request/received-request";
import type { RequestLog } from "./request-log";

/** What a request meets on its way. */
export interface Stations {
  readonly api: Api;
  readonly faults: FaultQueue;
  readonly log: RequestLog;
  readonly controls: Controls;
  /** Longer request bodies are refused. */
  readonly maxBodyBytes: number;
}

export interface Listening {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves on loopback alone. Rejects with the error of the system where the port is not to be had. */
export async function listen(stations: Stations, port: number): Promise<Listening> {
  const server = createServer((incoming, response) => {
    serve(stations, incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

async function serve(stations: Stations, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await receive(incoming, stations.maxBodyBytes);
  const own = preflightAnswer(request) ?? controlAnswer(stations.controls, request);
  if (own !== undefined) {
    await send(response, withHeaders(own, crossOriginHeaders), undefined);
    return;
  }
  await serveApi(stations, request, response);
}

function controlAnswer(controls: Controls, request: ReceivedRequest): Answer | undefined {
  return request.path.startsWith(controlPath) ? answerControl(controls, request) : undefined;
}

async function serveApi(
  { api, faults, log }: Stations,
  request: ReceivedRequest,
  response: ServerResponse,
): Promise<void> {
  const asked = headerOf(request, "x-mock-fault");
  const target = api.find(request);
  const taken = faults.take(target.name ?? "", asked, `${request.method} ${request.path}`);
  const fault = typeof taken === "string" ? undefined : taken;
  const entry = log.add(request, target.name, fault === undefined ? undefined : describe(fault));
  const answer = await answerOrBug(api, typeof taken === "string" ? wrongFault(taken) : target, request, fault);
  if (answer === undefined || response.destroyed) {
    response.socket?.resetAndDestroy();
    return;
  }
  if (fault?.reset !== "after") entry.status = fault?.status ?? answer.status;
  await send(response, withHeaders(answer, { ...crossOriginHeaders, "x-request-id": `mock-${entry.number}` }), fault);
}

/** `undefined`: the connection ends before the operation is performed. */
async function answerOrBug(
  api: Api,
  target: Target,
  request: ReceivedRequest,
  fault: Fault | undefined,
): Promise<Answer | undefined> {
  if (fault?.delay !== undefined) await wait(fault.delay);
  if (fault?.reset === "before") return undefined;
  try {
    return await api.answer(target, request, fault);
  } catch (error) {
    const name = error instanceof Error ? error.name : "error";
    return { status: 500, headers: { "content-type": "text/plain" }, body: `this is a bug of the mock: ${name}\n` };
  }
}

function wrongFault(problem: string): Target {
  return { kind: "nothing", name: undefined, refusal: new Refusal(400, [`x-mock-fault: ${problem}`]) };
}

/** As the log names it. */
function describe(fault: Fault): string {
  return Object.entries(fault)
    .filter(([key]) => key !== "times")
    .map(([key, value]) => `${key}=${String(value)}`)
    .join("; ");
}

function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

/** Reads a request to its end; a body over the limit is read too, and not kept. */
async function receive(incoming: IncomingMessage, maxBodyBytes: number): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBodyBytes) chunks.push(chunk);
  }
  const [path = "", ...query] = (incoming.url ?? "/").split("?");
  return {
    method: incoming.method ?? "GET",
    path,
    query: query.join("?"),
    headers: incoming.headers,
    body: length <= maxBodyBytes ? Buffer.concat(chunks) : undefined,
  };
}
