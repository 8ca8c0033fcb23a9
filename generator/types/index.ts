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
  const waiting: Worker[] = [];
  const start = (): void => {
    if (waiting.length === 0) waiting.push(startWorker(signal, lasts));
  };
  return {
    start,
    run: async (job) => {
      start();
      const thread = waiting.pop()!;
      thread.postMessage(job);
      // A thread that was ended says nothing more.
      const message = once(thread, "message", { signal }) as Promise<[string]>;
      const [text] = await awaitInTime("making the types", message, () => void thread.terminate());
      if (lasts) waiting.push(thread);
      return text;
    },
  };
}

function startWorker(signal: AbortSignal, lasts: boolean): Worker {
  const thread = new Worker(join(__dirname, "worker.js"), { resourceLimits, workerData: { lasts } });
  const end = (): void => void thread.terminate();
  signal.addEventListener("abort", end);
  thread.once("exit", () => {
    signal.removeEventListener("abort", end);
  });
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
