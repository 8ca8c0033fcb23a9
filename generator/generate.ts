import type { Configuration } from "./configuration";
import type { RenderedFile } from "./flow";
import type { Part } from "./part";
import type { Problem } from "./problem";
import { chooseEngine } from "./render/choose-engine";
import { settle } from "./settle";
import { typesThread, type TypesThread } from "./types";

export interface Generation {
  /** Every file of the package but the lock, by path. */
  readonly files: readonly RenderedFile[];
  /** What was read of the document, for the lock: paths from its folder. */
  readonly sources: readonly string[];
  /** Warnings and notices about the document. */
  readonly notices: readonly Problem[];
  /** Which engine ran, where `auto` did not get its first choice. */
  readonly engineLine?: string;
  /** `inputs`: the schemas that are there twice, as what is answered and as what is sent. */
  readonly counts: { readonly operations: number; readonly schemas: number; readonly inputs: number };
}

export interface GenerateOptions {
  /** One half of the package; the other is left as it is. */
  readonly only?: Part | undefined;
  /** Whether to do without the network. */
  readonly offline: boolean;
  /** Told what takes long. */
  readonly onProgress?: (message: string) => void;
  /** Ends what is under way at once, and removes what it has made for itself. */
  readonly signal?: AbortSignal;
  /** One that goes on after this run, where others follow. */
  readonly thread?: TypesThread | undefined;
}

/** All stages but the last: from a configuration to the files of the package. Writes nothing. */
export async function generateFiles(configuration: Configuration, options: GenerateOptions): Promise<Generation> {
  const { only, offline, onProgress = () => undefined } = options;
  const run = new AbortController();
  const { signal } = run;
  options.signal?.addEventListener("abort", () => run.abort());
  try {
    // What takes long to start is started before the stages are loaded, and asked for later: the JVM first of all.
    const choosing = settle(chooseEngine(configuration.engine, { offline, onProgress, signal }));
    const thread = only === "docs" ? undefined : (options.thread ?? typesThread(signal));
    if (configuration.engine === "mustache") thread?.start();
    const { runStages } = require("./stages") as typeof import("./stages");
    return await runStages(configuration, { only, choosing, thread });
  } finally {
    run.abort();
  }
}
