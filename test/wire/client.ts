import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { parse } from "yaml";
import type { OpenApiDocument, Operation, Parameter } from "../../generator/openapi";
import { methods } from "../../generator/openapi";
import { dereference } from "../../generator/references";
import { root } from "../support/command";
import { generate } from "../support/generate";

// Packages are made and properties run many times: on a busy machine that takes longer than a test usually may.
jest.setTimeout(300_000);

/** What was sent, as `fetch` was given it. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** A generated function: `stylesPathSimple(transport, args)`. */
type Call = (transport: unknown, args: object) => PromiseLike<unknown>;

/** A package, by what its `./functions` exports. */
export type Functions = Readonly<Record<string, Call>> & {
  readonly createTransport: (options: object) => unknown;
};

/** Makes the package of a document, bundles its `./functions` and loads it. */
export async function load(spec: string): Promise<Functions> {
  const folder = mkdtempSync(join(tmpdir(), "wire-"));
  try {
    for (const [path, code] of await generate(spec)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), code);
    }
    const outfile = join(folder, "functions.cjs");
    const nodePaths = [join(root, "node_modules")];
    const entryPoints = [join(folder, "src/functions.ts")];
    await build({ entryPoints, outfile, nodePaths, bundle: true, format: "cjs", platform: "node", logLevel: "error" });
    const made = { exports: {} };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    new Function("module", "exports", readFileSync(outfile, "utf8"))(made, made.exports);
    return made.exports as Functions;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const baseUrl = "https://api.example.com/v1";

/** A `fetch` that answers 204 and keeps what it was asked. */
export function recorder(): { fetch: typeof fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  const record = async (request: Request): Promise<Response> => {
    const body = new Uint8Array(await request.arrayBuffer());
    sent.push({ method: request.method, url: request.url, headers: request.headers, body });
    return new Response(null, { status: 204 });
  };
  return { fetch: record as typeof fetch, sent };
}

/** Calls one function of a package: what it sent, or the error it threw, which must come before anything is sent. */
export async function send(functions: Functions, name: string, args: object): Promise<Sent | Error> {
  const { fetch, sent } = recorder();
  const transport = functions.createTransport({ baseUrl, fetch });
  try {
    await functions[name]!(transport, args);
  } catch (error) {
    if (sent.length > 0) throw error;
    return error as Error;
  }
  if (sent.length !== 1) throw new Error(`${name} sent ${sent.length} requests`);
  return sent[0]!;
}

/** An operation of a document, with its path item's parameters and its own. */
export interface Described {
  readonly id: string;
  readonly functionName: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
}

export function readDocument(path: string): OpenApiDocument {
  return parse(readFileSync(join(root, path), "utf8")) as OpenApiDocument;
}

export function operationsOf(document: OpenApiDocument): Described[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, pathItem]) =>
    methods.flatMap((method) => {
      const operation = pathItem[method];
      if (operation === undefined) return [];
      const id = operation.operationId!;
      const functionName = id.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      const parameters = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
        dereference<Parameter>(document, parameter),
      );
      return [{ id, functionName, method: method.toUpperCase(), path, operation, parameters }];
    }),
  );
}
