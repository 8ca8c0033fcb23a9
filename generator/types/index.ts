import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { RenderedFile } from "../flow";
import type { OpenApiDocument, SchemaObject } from "../openapi";
import { commentText } from "../prepare/encode";
import { documentForTypes } from "./document-for-types";
import type { TypesJob } from "./make-types";

/** openapi-typescript, loading in a thread of its own. */
export interface TypesThread {
  /**
   * `Document` → `src/openapi.ts`: the types `paths`, `components` and `operations`, as openapi-typescript prints them
   * (DECISIONS.md). Asked once. `openEnums`: the schemas whose enum may grow.
   */
  types(document: OpenApiDocument, openEnums: ReadonlySet<SchemaObject>): Promise<RenderedFile>;
  /** Ends the thread, asked or not. */
  stop(): void;
}

/**
 * Begins to load what makes the types, beside everything else: loading TypeScript alone takes as long as formatting all other
 * files. A thread runs what is compiled; from the sources, under test, the work is done here.
 */
export function startTypes(): TypesThread {
  const { run, stop } = __filename.endsWith(".ts") ? here() : thread();
  return {
    types: async (document, openEnums) => ({ path: "src/openapi.ts", text: await run(jobOf(document, openEnums)) }),
    stop,
  };
}

interface Runner {
  run(job: TypesJob): Promise<string>;
  stop(): void;
}

function thread(): Runner {
  const worker = new Worker(join(__dirname, "worker.js"));
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        worker.once("message", resolve).once("error", reject);
        worker.postMessage(job);
      }),
    stop: () => void worker.terminate(),
  };
}

function here(): Runner {
  const { makeTypes } = require("./make-types") as typeof import("./make-types");
  return { run: (job) => Promise.resolve(makeTypes(job)), stop: () => undefined };
}

function jobOf(document: OpenApiDocument, openEnums: ReadonlySet<SchemaObject>): TypesJob {
  const { title, version } = document.info;
  const name = commentText(`${title} ${version}`.replaceAll(/\s+/g, " "));
  return {
    header: `// Types of ${name}, made by openapi-typescript. Do not edit.\n\n`,
    document: documentForTypes(document, openEnums),
  };
}
