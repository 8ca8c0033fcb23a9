import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../generator/check";
import { load } from "../../generator/load";
import { startMock, type Mock, type MockOptions } from "../../generator/mock";
import { normalize } from "../../generator/normalize";
import { root } from "../support/command";

/** What came back. `json`: the body, parsed; `undefined` where it is none. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

export interface Serving {
  readonly mock: Mock;
  /** Calls with a bearer token unless told otherwise; a body that is an object is sent as JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Got>;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** The audiences document, or the text of one, served for all tests of a file; as it was at its start before each. */
export function serving(options: MockOptions & { readonly text?: string; readonly spec?: string } = {}): Serving {
  let mock: Mock | undefined;
  beforeAll(async () => void (mock = await serve(options)));
  beforeEach(() => mock?.reset());
  afterAll(() => mock?.close());
  return {
    get mock() {
      return mock!;
    },
    call: (method, path, own) => call(`${mock!.url}${path}`, method, own),
  };
}

export async function serve({
  text,
  spec = join(root, "spec/audiences.yaml"),
  ...options
}: MockOptions & { readonly text?: string; readonly spec?: string }): Promise<Mock> {
  return startMock(normalize(await check(text === undefined ? load(spec) : loadText(text))), options);
}

function loadText(text: string): ReturnType<typeof load> {
  const folder = mkdtempSync(join(tmpdir(), "mock-"));
  try {
    writeFileSync(join(folder, "openapi.yaml"), text);
    return load(join(folder, "openapi.yaml"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function call(url: string, method: string, { body, headers = {} }: CallOptions = {}): Promise<Got> {
  const isForm = body instanceof URLSearchParams || Object.prototype.toString.call(body) === "[object FormData]";
  const isJson = typeof body === "object" && !isForm;
  const all: Record<string, string | undefined> = {
    authorization: "Bearer some-token",
    ...(isJson ? { "content-type": "application/json" } : {}),
    ...headers,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const response = await fetch(url, {
    method,
    headers: given,
    redirect: "manual",
    ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as string) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

/** A text with this in it. */
export const saying = (text: string): unknown => expect.stringContaining(text);
export const anyText: unknown = expect.any(String);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
