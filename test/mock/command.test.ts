import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { program, root, run, smallDocument, temporaryFolder, writeFiles } from "../support/command";
import { anyText, call, saying } from "./serving";

const folder = temporaryFolder();
const children = new Set<ChildProcess>();

jest.setTimeout(60_000);
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});

interface Started {
  readonly output: string;
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** The command once it has said something. */
async function begin(args: readonly string[], cwd = root): Promise<Started> {
  const child = spawn(process.execPath, [program, "mock", ...args], { cwd, stdio: ["ignore", "pipe", "inherit"] });
  children.add(child);
  const closed = once(child, "close");
  const [output] = (await once(child.stdout, "data")) as [Buffer];
  return {
    output: output.toString(),
    stop: async (signal) => {
      child.kill(signal);
      return ((await closed) as [number | null])[0];
    },
  };
}

it.each(["SIGINT", "SIGTERM"] as const)("says its URL in one line, serves, and ends with 130 on %s", async (signal) => {
  const { output, stop } = await begin([]);
  const [, url] = /^serving spec\/audiences\.yaml at (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(output)!;
  expect((await call(`${url!}/v5/ad_accounts/1/audiences`, "GET")).status).toBe(200);
  // A connection that is kept alive, and an answer that is under way, do not keep it from ending.
  const slow = call(`${url!}/v5/ad_accounts/1/audiences`, "GET", { headers: { "x-mock-fault": "delay=60000" } });
  slow.catch(() => undefined);
  while (!(await call(`${url!}/__mock__/requests`, "GET")).text.includes('"number":2')) continue;
  const start = performance.now();
  expect(await stop(signal)).toBe(130);
  expect(performance.now() - start).toBeLessThan(10_000);
  await expect(slow).rejects.toThrow();
});

it("--json: one object, with the URL", async () => {
  const { output, stop } = await begin(["--json"]);
  const result = JSON.parse(output) as { url: string };
  expect(result).toEqual({
    version: 1,
    command: "mock",
    ok: true,
    exitCode: 0,
    url: anyText,
    files: [],
    problems: [],
  });
  expect((await call(`${result.url}/v5/ad_accounts/1/audiences`, "GET")).status).toBe(200);
  expect(await stop("SIGTERM")).toBe(130);
});

it("takes another document, and the one of a configuration", async () => {
  writeFiles(folder(), { "small.yaml": smallDocument, "codegen.config.yaml": "spec: small.yaml\n" });
  for (const args of [["--spec", "small.yaml"], []]) {
    const { output, stop } = await begin(args, folder());
    const [, url] = / at (\S+)/.exec(output)!;
    expect((await call(`${url!}/v1/things`, "GET")).status).toBe(204);
    await stop("SIGTERM");
  }
});

it("serves the document as the configuration shapes it", async () => {
  const other = smallDocument.slice(smallDocument.indexOf("  /things")).replaceAll("things", "others");
  const configuration = "spec: small.yaml\nexclude: { tags: [others] }\n";
  writeFiles(folder(), { "small.yaml": smallDocument + other, "codegen.config.yaml": configuration });
  const { output, stop } = await begin([], folder());
  const [, url] = / at (\S+)/.exec(output)!;
  expect((await call(`${url!}/v1/things`, "GET")).status).toBe(204);
  expect((await call(`${url!}/v1/others`, "GET")).status).toBe(404);
  await stop("SIGTERM");
});

it("is reached on loopback alone", async () => {
  const { output, stop } = await begin([]);
  const { port } = new URL(/http:\S+/.exec(output)![0]);
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((entry) => entry?.family === "IPv4" && !entry.internal);
  for (const entry of others) await expect(fetch(`http://${entry!.address}:${port}/`)).rejects.toThrow("fetch failed");
  await stop("SIGTERM");
});

describe("refusals", () => {
  it("a port in use: 4", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const { code, stderr, stdout } = run(["mock", "--port", String(port)]);
    taken.close();
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toContain(`port ${port} is in use`);
  });

  it.each(["x", "-1", "65536", "1.5", ""])("--port %j: 2", (port) => {
    const { code, stderr } = run(["mock", `--port=${port}`]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: saying("--port must be") });
  });

  it("a bad document: 1, with its problems, as JSON too", () => {
    const spec = join("test", "fixtures", "_errors_", "reference-to-itself", "spec.yaml");
    expect(run(["mock", "--spec", spec]).code).toBe(1);
    const { code, stdout } = run(["mock", "--spec", spec, "--json"]);
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      expect.objectContaining({ command: "mock", ok: false, exitCode: 1 }),
    ]);
  });

  it("a flag of another command: 2", () => {
    expect(run(["mock", "--out", "x"]).code).toBe(2);
  });

  it("--help names its flags", () => {
    const { code, stdout } = run(["mock", "--help"]);
    expect(code).toBe(0);
    for (const flag of ["--config", "--spec", "--port", "--json"]) expect(stdout).toContain(flag);
  });
});

it("a pattern that can't be run in linear time is said, and no value is refused for it", async () => {
  const text = smallDocument.replace(
    "      responses",
    "      parameters: [{ name: q, in: query, schema: { type: string, pattern: '^(?!a)b' } }]\n      responses",
  );
  writeFiles(folder(), { "small.yaml": text });
  const { output, stop } = await begin(["--spec", "small.yaml", "--json"], folder());
  const { url, problems } = JSON.parse(output) as { url: string; problems: object[] };
  expect(problems).toEqual([
    expect.objectContaining({ severity: "notice", code: "pattern", message: saying("(?!a)") }),
  ]);
  expect((await call(`${url}/things?q=x`, "GET")).status).toBe(204);
  await stop("SIGTERM");
});
