import { request } from "node:http";
import { connect } from "node:net";
import { call, saying, serving } from "./serving";

const api = serving();
const path = "/v5/ad_accounts/1/audiences";
const one = `${path}/2542620639259`;

/** What is on the wire, to the byte: all that came, and how it ended. */
async function wire(fault: string, target = one, method = "GET", body = ""): Promise<{ text: string; end: string }> {
  const { hostname, port } = new URL(api.mock.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    let end = "closed";
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    socket.on("error", ({ code }: NodeJS.ErrnoException) => (end = code ?? "error"));
    socket.on("close", () => resolve({ text, end }));
    const more = body === "" ? "" : `content-type: application/json\r\ncontent-length: ${body.length}\r\n`;
    const head = `host: x\r\nauthorization: Bearer t\r\nconnection: close\r\nx-mock-fault: ${fault}\r\n${more}`;
    socket.write(`${method} ${target} HTTP/1.1\r\n${head}\r\n${body}`);
  });
}

const bodyOf = (text: string): string => text.slice(text.indexOf("\r\n\r\n") + 4);
const lengthOf = (text: string): number => Number(/content-length: (\d+)/i.exec(text)?.[1]);
const withFault = (fault: string): { headers: Record<string, string> } => ({ headers: { "x-mock-fault": fault } });

it("a status, as the document has it", async () => {
  for (const status of [404, 429, 500, 503]) {
    const found = await api.call("GET", one, withFault(`status=${status}`));
    expect([found.status, found.json]).toEqual([status, { code: status, message: "a fault was asked for" }]);
  }
  expect((await api.call("GET", one, withFault("status=202"))).json).toMatchObject({ id: "2542620639259" });
});

it("a status other than 2xx: the operation is not performed", async () => {
  await api.call("PATCH", one, { body: { operation_type: "REMOVE" }, ...withFault("status=500") });
  expect((await api.call("GET", one)).status).toBe(200);
});

it("Retry-After in seconds, as a date, and as nonsense", async () => {
  const value = async (text: string): Promise<string> =>
    (await api.call("GET", one, withFault(`status=429; retry-after=${text}`))).headers.get("retry-after") ?? "";
  expect(await value("2")).toBe("2");
  expect(await value("soon, perhaps")).toBe("soon, perhaps");
  expect(await value("-1")).toBe("-1");
  const date = await value("date+60");
  expect(date).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
  const seconds = (Date.parse(date) - Date.now()) / 1000;
  expect(seconds).toBeGreaterThan(50);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(Date.parse(await value("date-60"))).toBeLessThan(Date.now());
});

it("a delay", async () => {
  const start = performance.now();
  await api.call("GET", one, withFault("delay=150"));
  expect(performance.now() - start).toBeGreaterThan(145);
});

it("a reset before anything: nothing comes, nothing is done", async () => {
  expect(await wire("reset=before", one, "PATCH", '{"operation_type":"REMOVE"}')).toEqual({
    text: "",
    end: "ECONNRESET",
  });
  expect((await api.call("GET", one)).status).toBe(200);
});

it("a reset after: nothing comes, and all is done", async () => {
  expect(await wire("reset=after", one, "PATCH", '{"operation_type":"REMOVE"}')).toEqual({
    text: "",
    end: "ECONNRESET",
  });
  expect((await api.call("GET", one)).status).toBe(404);
});

it("a reset within the body", async () => {
  const { text, end } = await wire("reset=body");
  expect(end).toBe("ECONNRESET");
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
  expect(bodyOf(text).length).toBeGreaterThan(0);
  expect(bodyOf(text).length).toBeLessThan(lengthOf(text));
});

it("a truncated body: less than was promised, then an ordinary end", async () => {
  const { text, end } = await wire("body=truncated");
  expect(end).toBe("closed");
  expect(bodyOf(text).length).toBe(Math.floor(lengthOf(text) / 2));
});

it("a body that is cut: all that was promised, and half of the JSON", async () => {
  const { text } = await wire("body=cut");
  expect(bodyOf(text)).toHaveLength(lengthOf(text));
  expect(bodyOf(text)).toMatch(/^\{"id":/);
  expect(() => JSON.parse(bodyOf(text)) as unknown).toThrow(SyntaxError);
});

it("HTML, as a 200 and as an error", async () => {
  for (const [fault, status] of [
    ["body=html", 200],
    ["body=html; status=502", 502],
  ] as const) {
    const found = await api.call("GET", one, withFault(fault));
    expect([found.status, found.headers.get("content-type")]).toEqual([status, "text/html; charset=utf-8"]);
    expect(found.text).toMatch(/^<!doctype html>/);
  }
});

it("an empty body that says it is JSON", async () => {
  for (const [fault, status] of [
    ["body=empty", 200],
    ["body=empty; status=500", 500],
  ] as const) {
    const found = await api.call("GET", one, withFault(fault));
    expect([found.status, found.text, found.headers.get("content-type")]).toEqual([status, "", "application/json"]);
  }
});

it("an oversize body: as long as asked for, JSON, and over the usual limit unless told", async () => {
  expect((await api.call("GET", one, withFault("body=oversize; size=200000"))).text).toMatch(/^\[ {199998}\]$/);
  expect((await api.call("GET", one, withFault("body=oversize"))).text).toHaveLength(60_000_000);
});

it("compressed, it is small on the wire", async () => {
  const received = await new Promise<{ encoding: unknown; length: number }>((resolve, reject) => {
    const headers = { authorization: "Bearer t", "x-mock-fault": "body=oversize; size=20000000; gzip=true" };
    request(`${api.mock.url}${one}`, { headers }, (response) => {
      let length = 0;
      response.on("data", (chunk: Buffer) => (length += chunk.length));
      response.on("end", () => resolve({ encoding: response.headers["content-encoding"], length }));
    })
      .on("error", reject)
      .end();
  });
  expect(received.encoding).toBe("gzip");
  expect(received.length).toBeLessThan(100_000);
  expect((await api.call("GET", one, withFault("body=oversize; size=20000000; gzip=true"))).text).toHaveLength(
    20_000_000,
  );
});

it("whoever leaves an oversize body does not keep the mock busy", async () => {
  const controller = new AbortController();
  const headers = { authorization: "Bearer t", "x-mock-fault": "body=oversize; size=100000000000" };
  const response = await fetch(`${api.mock.url}${one}`, { headers, signal: controller.signal });
  await response.body!.getReader().read();
  controller.abort();
  expect((await api.call("GET", one)).status).toBe(200);
});

it("a slow drip: a byte at a time", async () => {
  const start = performance.now();
  const { text } = await wire("drip=2; status=500");
  const { length } = bodyOf(text);
  expect(JSON.parse(bodyOf(text))).toMatchObject({ code: 500 });
  expect(performance.now() - start).toBeGreaterThan(length * 2);
});

it("a redirect", async () => {
  const found = await api.call("GET", one, withFault("redirect=https://elsewhere.example/?a=1"));
  expect([found.status, found.headers.get("location")]).toEqual([302, "https://elsewhere.example/?a=1"]);
  expect((await api.call("GET", one, withFault("redirect=/v5/x; status=308"))).status).toBe(308);
});

describe("how often", () => {
  it("a fault that comes with its request counts its times by request", async () => {
    const statuses = async (fault: string, target = one): Promise<number[]> => {
      const found: number[] = [];
      for (let n = 0; n < 4; n += 1) found.push((await api.call("GET", target, withFault(fault))).status);
      return found;
    };
    expect(await statuses("status=503; times=2")).toEqual([503, 503, 200, 200]);
    expect(await statuses("status=503; times=2", path)).toEqual([503, 503, 200, 200]);
    expect(await statuses("status=503")).toEqual([503, 503, 503, 503]);
  });

  it("a script goes from request to request, in its order", async () => {
    const script = { faults: ["status=500; times=2", "none", "status=404; on=audiences_list", "status=429"] };
    const { status, json } = await api.call("POST", "/__mock__/faults", { body: script });
    expect([status, (json as { faults: object[] }).faults]).toEqual([
      200,
      [
        { fault: "status=500; times=2", left: 2 },
        { fault: "none", left: 1 },
        { fault: "status=404; on=audiences_list", left: 1 },
        { fault: "status=429", left: 1 },
      ],
    ]);
    const statuses: number[] = [];
    for (const target of [one, one, one, one, path, one]) statuses.push((await api.call("GET", target)).status);
    expect(statuses).toEqual([500, 500, 200, 429, 404, 200]);
  });

  it("what can't be understood is refused, and none of it is kept", async () => {
    for (const wrong of ["colour=red", "status=abc", "status=999", "delay=-1", "body=blue", "reset", "bookmark=x"]) {
      const { status, json } = await api.call("POST", "/__mock__/faults", { body: { faults: ["status=500", wrong] } });
      expect([wrong, status, (json as { problems: string[] }).problems]).toEqual([
        wrong,
        400,
        [saying(wrong.split("=")[0]!)],
      ]);
      expect((await api.call("GET", one, withFault(wrong))).status).toBe(400);
    }
    expect((await api.call("GET", "/__mock__/faults")).json).toEqual({ faults: [] });
    for (const body of [{}, { faults: "x" }, { faults: [1] }])
      expect((await api.call("POST", "/__mock__/faults", { body })).status).toBe(400);
  });

  it("the script can be thrown away", async () => {
    api.mock.faults(["status=500; times=9"]);
    await api.call("DELETE", "/__mock__/faults");
    expect((await api.call("GET", one)).status).toBe(200);
  });
});

describe("the log", () => {
  it("has every request, with what came of it", async () => {
    await api.call("POST", `${path}?a=1&a=2&b`, { body: { name: "n" }, headers: { "x-team": "t" } });
    await api.call("GET", "/nowhere");
    await api.call("GET", one, withFault("status=503; retry-after=1"));
    await wire("reset=before");
    const { json } = await api.call("GET", "/__mock__/requests");
    expect((json as { requests: object[] }).requests).toMatchObject([
      {
        number: 1,
        method: "POST",
        path,
        query: { a: ["1", "2"], b: [""] },
        body: '{"name":"n"}',
        operation: "audiences_create",
        status: 400,
        headers: { "x-team": "t" },
      },
      { number: 2, method: "GET", path: "/nowhere", status: 404 },
      { number: 3, operation: "audiences_get", status: 503, fault: "status=503; retryAfter=1" },
      { number: 4, operation: "audiences_get", fault: "reset=before" },
    ]);
    expect(api.mock.requests()[3]!.status).toBeUndefined();
  });

  it("numbers are the answers' request ids", async () => {
    expect((await api.call("GET", one)).headers.get("x-request-id")).toBe("mock-1");
  });
});

it("a browser may call: it is told so before, and may read what comes, errors too", async () => {
  const ask = {
    "access-control-request-method": "PATCH",
    "access-control-request-headers": "authorization, x-mock-fault",
    origin: "http://127.0.0.1:1",
  };
  const { status, headers } = await call(`${api.mock.url}${one}`, "OPTIONS", {
    headers: { ...ask, authorization: undefined },
  });
  expect(status).toBe(204);
  expect(headers.get("access-control-allow-methods")).toBe("PATCH");
  expect(headers.get("access-control-allow-headers")).toBe("authorization, x-mock-fault");
  for (const target of [one, "/nowhere", "/__mock__/requests"]) {
    const found = await api.call("GET", target);
    expect([
      found.headers.get("access-control-allow-origin"),
      found.headers.get("access-control-expose-headers"),
    ]).toEqual(["*", "*"]);
  }
});

it("an unknown control is 404, and names those there are", async () => {
  const { status, text } = await api.call("GET", "/__mock__/nothing");
  expect([status, text]).toEqual([404, saying("POST faults")]);
});
