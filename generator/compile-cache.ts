import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { dirname, join } from "node:path";
import { Script, constants } from "node:vm";
import { isMainThread } from "node:worker_threads";
import { cacheFolder } from "./cache-folder";

/**
 * Keeps what V8 made of the modules that were loaded, so that the next run need not compile them: a fifth of a run (DECISIONS.md).
 * Node has this built in from 22.1; for Node 20, which will not change any more, it is written here. A cache is a gain, never a
 * need: without a folder to write to, everything is compiled. Gives the function that keeps what this thread has loaded.
 */
export function useCompileCache(): () => void {
  const { enableCompileCache } = Module as { enableCompileCache?: (folder: string) => unknown };
  if (enableCompileCache === undefined) return useOwnCache(cachePath());
  enableCompileCache(join(cacheFolder(), "code"));
  return () => undefined;
}

/** One for each place this is installed in: what another has loaded would be read, and kept in memory, for nothing. */
function cachePath(): string {
  const thread = isMainThread ? "main" : "types";
  const place = createHash("sha256").update(__dirname).digest("hex").slice(0, 8);
  return join(cacheFolder(), "code", `${process.version}-${process.arch}-${place}-${thread}.bin`);
}

/** What V8 made of a module, and a stamp of the file that it was. */
interface Compiled {
  readonly stamp: string;
  readonly data: () => Buffer;
}

function useOwnCache(path: string): () => void {
  const compiled = readCache(path);
  let isStale = false;
  const internal = Module.prototype as unknown as InternalModule;
  const compile = internal._compile;
  internal._compile = function (source, file, format) {
    // Modules of the other kind, and what is not a file of code, are not ours to compile.
    if (format === "module" || !/\.c?js$/.test(file)) return compile.call(this, source, file, format);
    // Not the time of modification, which an archive may bring along: another release could have the same.
    const { size, ctimeMs } = statSync(file);
    const stamp = `${size} ${ctimeMs}`;
    const known = compiled.get(file);
    const script = new Script(Module.wrap(source.replace(/^#!.*/, "")), {
      filename: file,
      ...(known?.stamp === stamp ? { cachedData: known.data() } : {}),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (known?.stamp !== stamp || script.cachedDataRejected === true) {
      isStale = true;
      compiled.set(file, { stamp, data: () => script.createCachedData() });
    }
    const run = script.runInThisContext() as (...values: unknown[]) => unknown;
    return run.call(this.exports, this.exports, requireOf(this), this, file, dirname(file));
  };
  return () => {
    if (isStale) writeCache(path, compiled);
  };
}

interface InternalModule {
  _compile: (this: NodeJS.Module, source: string, path: string, format?: string) => unknown;
}

/** `require` as a module sees it. */
function requireOf(module: NodeJS.Module): NodeJS.Require {
  const loader = Module as unknown as {
    _resolveFilename(request: string, parent: NodeJS.Module, isMain: boolean, options?: object): string;
    _cache: NodeJS.Dict<NodeJS.Module>;
  };
  const resolve = (request: string, options?: object): string =>
    loader._resolveFilename(request, module, false, options);
  return Object.assign((id: string): unknown => module.require(id), {
    resolve: resolve as NodeJS.RequireResolve,
    main: require.main,
    cache: loader._cache,
  }) as NodeJS.Require;
}

/**
 * The file: the SHA-256 of the rest, the length of a list, the list as JSON, and the data that it lists. V8 trusts what it is given: a file
 * that is not whole would end the process.
 */
type Listed = readonly [file: string, stamp: string, start: number, end: number];

const digestLength = 32;

function digest(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function readCache(path: string): Map<string, Compiled> {
  try {
    const bytes = readFileSync(path);
    const rest = bytes.subarray(digestLength);
    if (!digest(rest).equals(bytes.subarray(0, digestLength))) return new Map();
    const start = 4 + rest.readUInt32LE(0);
    const list = JSON.parse(rest.toString("utf8", 4, start)) as Listed[];
    const dataOf = ([, , from, to]: Listed): Buffer => rest.subarray(start + from, start + to);
    return new Map(list.map((row) => [row[0], { stamp: row[1], data: () => dataOf(row) }]));
  } catch {
    return new Map();
  }
}

/** In place in one step: a run that is ended here leaves the old one. */
function writeCache(path: string, compiled: ReadonlyMap<string, Compiled>): void {
  const list: Listed[] = [];
  const data: Buffer[] = [];
  let end = 0;
  for (const [file, { stamp, data: make }] of compiled) {
    const made = make();
    list.push([file, stamp, end, (end += made.length)]);
    data.push(made);
  }
  const head = Buffer.from(JSON.stringify(list));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const rest = Buffer.concat([length, head, ...data]);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const staged = `${path}.${process.pid}`;
    writeFileSync(staged, Buffer.concat([digest(rest), rest]));
    renameSync(staged, path);
    forgetOld(dirname(path));
  } catch {
    // The next run compiles again.
  }
}

/** Of places that are no more: a temporary folder, another release. One that still is makes its own again. */
function forgetOld(folder: string): void {
  const month = 30 * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder).filter((name) => /\.bin(\.\d+)?$/.test(name))) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > month) rmSync(path, { force: true });
  }
}
