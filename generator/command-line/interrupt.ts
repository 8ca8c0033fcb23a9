import { exitCodes } from "../problem";

/** Does something that a signal to this process ends at once, leaving nothing behind: `work` gets an `AbortSignal` for it. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = (): never => {
    controller.abort();
    process.exit(exitCodes.interrupted);
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}
