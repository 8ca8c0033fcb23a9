import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { RenderedFile } from "../flow";
import type { OpenApiDocument, SchemaObject } from "../openapi";
import { commentText } from "../prepare/encode";
import { awaitInTime } from "../time-limit";
import { documentForTypes } from "./document-for-types";
import type { TypesJob } from "./make-types";

/** openapi-typescript in a thread of its own. */
export interface TypesThread {
  /** Begins to load it before it is asked. */
  readonly start: () => void;
  /**
   * `Document` → `src/openapi.ts`: the types `paths`, `components` and `operations`, as openapi-typescript prints them
   * (DECISIONS.md). `openEnums`: the schemas whose enum may grow.
   */
  types(document: OpenApiDocument, openEnums: ReadonlySet<SchemaObject>): Promise<RenderedFile>;
}

/**
 * Beside everything else, for loading TypeScript alone takes as long as formatting all other files. A thread runs what is compiled;
 * from the sources, under test, the work is done here. `signal` ends the thread. `lasts`: whether it waits to be asked again; else it is
 * gone with its memory when it has answered.
 */
export function typesThread(signal: AbortSignal, { lasts = false } = {}): TypesThread {
  const { start, run } = __filename.endsWith(".ts") ? here : worker(signal, lasts);
  return {
    start,
    types: async (document, openEnums) => ({ path: "src/openapi.ts", text: await run(jobOf(document, openEnums)) }),
  };
}

interface Runner {
  readonly start: () => void;
  readonly run: (job: TypesJob) => Promise<string>;
}

/** V8's own choice is four times as much, filled with what nobody needs any more: 25 MB at the peak of a long run, for no time. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

function worker(signal: AbortSignal, lasts: boolean): Runner {
  let idle: Worker | undefined;
  /** Starts one, unless one is there. */
  const start = (): Worker => {
    signal.throwIfAborted();
    if (idle !== undefined) return idle;
    const thread = (idle = startWorker(signal, lasts));
    // Whatever ended it while nobody waited for it, the next who asks begins another.
    thread.once("exit", () => {
      if (idle === thread) idle = undefined;
    });
    return thread;
  };
  /** One that has answered waits for the next round; what a round that failed has left behind is one too many. */
  const putBack = (thread: Worker): void => {
    if (idle === undefined) idle = thread;
    else void thread.terminate();
  };
  return {
    start: () => void start(),
    run: async (job) => {
      const thread = start();
      idle = undefined;
      thread.postMessage(job);
      // A thread that was ended says nothing more.
      const message = once(thread, "message", { signal }) as Promise<[string]>;
      const [text] = await awaitInTime("making the types", message, () => void thread.terminate());
      if (lasts) putBack(thread);
      return text;
    },
  };
}

function startWorker(signal: AbortSignal, lasts: boolean): Worker {
  const thread = new Worker(join(__dirname, "worker.js"), { resourceLimits, workerData: { lasts } });
  const end = (): void => void thread.terminate();
  signal.addEventListener("abort", end);
  const forget = (): void => {
    signal.removeEventListener("abort", end);
  };
  thread.once("exit", forget);
  // It keeps what was compiled, and ends by itself.
  if (!lasts) thread.once("message", forget);
  // Who waits for an answer hears of it, too.
  thread.on("error", () => undefined);
  return thread;
}

const here: Runner = {
  start: () => undefined,
  run: (job) => Promise.resolve((require("./make-types") as typeof import("./make-types")).makeTypes(job)),
};

function jobOf(document: OpenApiDocument, openEnums: ReadonlySet<SchemaObject>): TypesJob {
  const { title, version } = document.info;
  const name = commentText(`${title} ${version}`.replaceAll(/\s+/g, " "));
  return {
    header: `// Types of ${name}, made by openapi-typescript. Do not edit.\n\n`,
    document: documentForTypes(document, openEnums),
  };
}
