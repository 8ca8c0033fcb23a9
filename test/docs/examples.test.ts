import { execFile, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import ts from "typescript";
import { root } from "../support/command";
import { compile } from "../support/compile";
import { allExamples, type Example } from "../support/examples";
import { startServer } from "../support/server";
import { baseUrl } from "./seed-facts";

const examples = allExamples();
const runnable = (language: string): Example[] =>
  examples.filter((example) => example.language === language && example.reason === undefined);
const programs = runnable("ts");
const commands = runnable("sh");
const values = runnable("json");

/** What an example may reach: the API, and the address of the mock in the guide. */
const bases = [baseUrl, "http://127.0.0.1:4010"];

/** Blocks that don't run. This list may only become shorter. */
const notRun = [
  ["README.md", "it needs a package registry"],
  ["docs/README.md", "it needs a package registry"],
  ["docs/guides/getting-started.md", "it needs a package registry"],
  ["docs/guides/testing.md", "it needs a package registry, and runs until it is stopped"],
  ["docs/guides/upgrading.md", "it needs two installed versions"],
];

describe("the blocks of code in the docs", () => {
  it("every one is tagged, and runs or says why not", () => {
    for (const { place, language } of examples)
      expect([place, language]).toEqual([place, expect.stringMatching(/^(ts|sh|json)$/)]);
    const found = examples.flatMap((example) => (example.reason === undefined ? [] : [[example.page, example.reason]]));
    expect(found.sort()).toEqual([...notRun].sort());
  });

  it("there are as many as the docs need", () => {
    // Five operations: required, safe, timed, raw; two with optional inputs; a loop. And the guides.
    expect(programs.length).toBeGreaterThanOrEqual(5 * 4 + 2 + 1 + 15);
    expect(commands).toHaveLength(5);
    expect(values.length).toBeGreaterThanOrEqual(18 + 5 + 3);
  });
});

describe("TypeScript", () => {
  it("compiles against the built package, under strict TypeScript", () => {
    const files = programs.map(({ place, code }) => [`${place.replace(/[/:]/g, "-")}.ts`, code] as const);
    const environment = "declare const process: { env: Record<string, string | undefined> };\n";
    const all = new Map([["environment.d.ts", environment], ["package.json", '{ "type": "module" }\n'], ...files]);
    expect(compile(new Map([["examples", all]]))).toEqual([]);
  });
});

describe("against a server", () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let folder: string;
  beforeAll(async () => {
    server = await startServer();
    folder = mkdtempSync(join(tmpdir(), "examples-"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "curl"), shim);
    chmodSync(join(folder, "curl"), 0o755);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const environment = (record: string): NodeJS.ProcessEnv => ({
    ...{ PATH: `${folder}:${process.env["PATH"] ?? ""}`, ACCESS_TOKEN: "token", NO_COLOR: "1" },
    ...{ CLIENT_ID: "id", CLIENT_SECRET: "secret", REFRESH_TOKEN: "refresh" },
    ...{ TEST_SERVER: server.url, TEST_BASES: bases.join(" "), TEST_RECORD: record },
  });

  it.each(programs.map((example) => [example.place, example] as const))(
    "%s ends as it says",
    async (place, example) => {
      const name = place.replace(/[/:]/g, "-");
      const file = join(folder, `${name}.mjs`);
      const record = join(folder, `${name}.record`);
      const { outputText } = ts.transpileModule(example.code, {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
      });
      writeFileSync(file, outputText);
      const ended = await run(
        process.execPath,
        ["--import", join(__dirname, "redirect.mjs"), file],
        environment(record),
      );
      expect(ended).toEqual({ code: 0, stderr: "", stdout: expect.stringMatching(/\S/) as string });
      const answers = existsSync(record) ? readFileSync(record, "utf8").trim().split("\n").map(json) : [];
      const printed = expectedOutput(example.code, answers);
      if (printed !== undefined) expect(ended.stdout).toBe(printed);
    },
  );

  it.each(commands.map((example) => [example.place, example] as const))("%s is answered", async (_, { code }) => {
    expect(spawnSync("sh", ["-n"], { input: code, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
    const ended = await run("sh", ["-c", code], environment("/dev/null"));
    expect({ ...ended, stdout: "" }).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(Object.keys(json(ended.stdout) as object).length).toBeGreaterThan(0);
  });
});

/** Sends to the test's server what is meant for the API; fails for an answer that is no success. */
const shim = `#!/bin/sh
for word; do
  shift
  case $word in ${baseUrl}*) word=$TEST_SERVER\${word#${baseUrl}} ;; esac
  set -- "$@" "$word"
done
PATH=\${PATH#*:} exec curl --silent --show-error --fail "$@"
`;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(command, args, { env, timeout: 20_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

function json(text: string): unknown {
  return JSON.parse(text);
}

/** What a program prints, by its last statements, when it was answered so; `undefined` where it prints something of its own. */
function expectedOutput(code: string, answers: readonly unknown[]): string | undefined {
  const lines = (printed: readonly unknown[]): string => printed.map((value) => `${inspect(value)}\n`).join("");
  if (code.includes("console.log(item);"))
    return lines(answers.flatMap((page) => (page as { items: unknown[] }).items));
  if (code.includes("console.log(page);")) return lines(answers);
  return /console\.log\((data|result\.data)\);/.test(code) ? lines(answers) : undefined;
}

describe("JSON", () => {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  const document = json(readFileSync(join(root, "generated", "openapi.json"), "utf8")) as Record<string, unknown>;
  ajv.addSchema(document, "document");

  it.each(values.map((example) => [example.place, example] as const))("%s fits its schema", (_, example) => {
    const validate = ajv.compile({ $ref: `document#${pointerOf(document, example)}` });
    validate(json(example.code));
    expect(validate.errors).toBeNull();
  });
});

/** Where the schema of a block is in the document: by its page, or by its operation and the line before it. */
function pointerOf(document: Record<string, unknown>, { page, operation, lead, place }: Example): string {
  const schema = /^docs\/schemas\/(.+)\.md$/.exec(page)?.[1];
  if (schema !== undefined) return `/components/schemas/${schema}`;
  const status = /^Status `(\w+)`/.exec(lead)?.[1];
  for (const [path, item] of Object.entries(
    document["paths"] as Record<string, Record<string, { operationId?: string }>>,
  ))
    for (const [method, own] of Object.entries(item)) {
      if (own.operationId !== operation) continue;
      const base = `/paths/${encodeURIComponent(path.replaceAll("/", "~1"))}/${method}`;
      const body = status === undefined ? `${base}/requestBody` : followed(document, `${base}/responses/${status}`);
      return `${body}/content/application~1json/schema`;
    }
  throw new Error(`${place}: no schema for this block`);
}

/** A pointer, or the one that the reference there gives. */
function followed(document: Record<string, unknown>, pointer: string): string {
  const value = pointer
    .slice(1)
    .split("/")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/"))
    .reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], document);
  const reference = (value as { $ref?: string }).$ref;
  return reference === undefined ? pointer : reference.slice(1);
}
