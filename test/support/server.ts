import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { root } from "./command";

export interface TestServer {
  /** Where its API begins, on this machine. */
  readonly url: string;
  close(): Promise<void>;
}

interface Named {
  readonly [name: string]: unknown;
}

/** Answers each operation of the committed document with the first example of its first answer; 401 without a token. */
export async function startServer(): Promise<TestServer> {
  const document = JSON.parse(readFileSync(join(root, "generated", "openapi.json"), "utf8")) as Named;
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      answer(document, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function answer(document: Named, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "", "http://localhost");
  const send = (status: number, body: unknown): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  if (url.pathname === "/oauth/token") {
    send(200, { access_token: "fresh", token_type: "bearer", expires_in: 2_592_000, refresh_token: "next" });
    return;
  }
  if (!/^Bearer \S+$/.test(request.headers.authorization ?? "")) {
    send(401, { code: 2, message: "Authentication failed." });
    return;
  }
  const examples = examplesOf(document, request.method ?? "", url.pathname);
  if (examples.length === 0) send(404, { code: 404, message: "There is no such operation." });
  // A page leads to the last one.
  else send(200, url.searchParams.has("bookmark") ? examples.at(-1) : examples[0]);
}

function examplesOf(document: Named, method: string, path: string): unknown[] {
  for (const [template, item] of Object.entries(document["paths"] as Record<string, Named>)) {
    const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, "[0-9]+")}$`);
    const operation = item[method.toLowerCase()] as { responses: Named } | undefined;
    if (operation === undefined || !pattern.test(path)) continue;
    const { content } = operation.responses["200"] as { content: Record<string, { examples: Named }> };
    return Object.values(content["application/json"]!.examples).map((example) => valueOf(document, example as Named));
  }
  return [];
}

function valueOf(document: Named, example: Named): unknown {
  const path = (example["$ref"] as string | undefined)?.slice(2).split("/");
  const found = path === undefined ? example : path.reduce<Named>((value, key) => value[key] as Named, document);
  return found["value"];
}
