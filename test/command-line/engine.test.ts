import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { program, run, smallDocument, temporaryFolder, writeFiles } from "../support/command";

const folder = temporaryFolder();
const args = ["generate", "--spec", "spec.yaml", "--out", "out", "--name", "x"];

/** A machine with a `java` on its PATH, and a cache folder of its own. */
function machine(environment: NodeJS.ProcessEnv = {}): { cwd: string; env: NodeJS.ProcessEnv } {
  writeFiles(folder(), { "spec.yaml": smallDocument, "bin/java": "#!/bin/sh\nexit 1\n" });
  chmodSync(join(folder(), "bin", "java"), 0o755);
  const env = { PATH: join(folder(), "bin"), JAVA_HOME: undefined, AUDIENCES_CODEGEN_CACHE: join(folder(), "cache") };
  return { cwd: folder(), env: { ...env, ...environment } };
}

const jar = "openapi-generator-cli-7.25.0.jar";
/** Where this machine keeps it. */
const real = process.env["AUDIENCES_CODEGEN_CACHE"] ?? join(process.env["HOME"] ?? "", ".cache", "audiences-codegen");

describe("an engine that is not to be had ends with 5", () => {
  it("no Java", () => {
    const { code, stderr } = run([...args, "--engine", "openapi-generator"], machine({ PATH: "" }));
    expect(code).toBe(5);
    expect(stderr).toContain("there is no Java on the PATH");
    expect(existsSync(join(folder(), "out"))).toBe(false);
  });

  it("no JAR, and --offline", () => {
    const { code, stderr } = run([...args, "--engine", "openapi-generator", "--offline"], machine());
    expect(code).toBe(5);
    expect(stderr).toContain("openapi-generator's JAR is not in the cache, and --offline forbids to download it");
  });

  it.each(["openapi-generator", "auto"])("a JAR that is not the pinned one, with --engine %s", (engine) => {
    const options = machine();
    writeFiles(folder(), { [`cache/${jar}`]: "not a JAR" });
    const { code, stderr } = run([...args, "--engine", engine], options);
    expect(code).toBe(5);
    expect(stderr).toContain("is not openapi-generator 7.25.0: 9 bytes");
    expect(existsSync(join(folder(), "out"))).toBe(false);
  });

  it("no JAR, and no network to download it: the message; auto takes the other engine and says so", () => {
    const options = machine({ AUDIENCES_CODEGEN_JAR_URL: "http://127.0.0.1:1/none.jar" });
    const { code, stderr } = run([...args, "--engine", "openapi-generator"], options);
    expect(code).toBe(5);
    expect(stderr).toContain("openapi-generator's JAR is not in the cache, and can't be downloaded");
    expect(existsSync(join(folder(), "out"))).toBe(false);
    const auto = run(args, options);
    expect(auto.code).toBe(0);
    expect(auto.stdout).toContain("engine: mustache (openapi-generator's JAR is not to be had)\n");
  });

  it("a mirror that gives something else: refused, and not kept", async () => {
    const mirror = createServer((_request, response) => void response.end("something else"));
    await new Promise<void>((resolve) => mirror.listen(0, "127.0.0.1", resolve));
    const { port } = mirror.address() as AddressInfo;
    const options = machine({ AUDIENCES_CODEGEN_JAR_URL: `http://127.0.0.1:${port}/7.25.0.jar` });
    const { code, stderr } = await runBeside([...args, "--engine", "openapi-generator"], options);
    mirror.close();
    expect(code).toBe(5);
    expect(stderr).toMatch(/is not openapi-generator 7\.25\.0: 14 bytes/);
    expect(readdirSync(join(folder(), "cache")).filter((name) => name !== "code")).toEqual([]);
  });

  it("a JAR that has changed since it was verified, by one byte", () => {
    if (!existsSync(join(real, jar))) return;
    const options = machine();
    const own = join(writeFiles(folder(), { "cache/empty": "" }), "cache", jar);
    copyFileSync(join(real, jar), own);
    for (const _ of ["verified", "known"])
      expect(run([...args, "--engine", "openapi-generator"], options).stderr).toContain("ended with exit code 1");
    const bytes = readFileSync(own);
    bytes[1_000_000]! ^= 1;
    writeFileSync(own, bytes);
    const { code, stderr } = run([...args, "--engine", "openapi-generator"], options);
    expect(code).toBe(5);
    expect(stderr).toContain("is not openapi-generator 7.25.0");
  });

  it("a Java that fails: its exit code, and nothing written", () => {
    if (!existsSync(join(real, jar))) return;
    const { code, stderr } = run(
      [...args, "--engine", "openapi-generator"],
      machine({ AUDIENCES_CODEGEN_CACHE: real }),
    );
    expect(code).toBe(5);
    expect(stderr).toContain("openapi-generator ended with exit code 1");
    expect(existsSync(join(folder(), "out"))).toBe(false);
  });
});

/** `run`, while this process goes on serving. */
function runBeside(argumentsOf: string[], { cwd, env }: ReturnType<typeof machine>) {
  return new Promise<{ code: number | null; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [program, ...argumentsOf], { cwd, env: { ...process.env, ...env } });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => void (stderr += chunk.toString()));
    child.on("close", (code) => resolve({ code, stderr }));
  });
}
