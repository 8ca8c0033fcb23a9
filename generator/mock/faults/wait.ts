import { setTimeout } from "node:timers/promises";

/** Milliseconds in which nothing happens; a process that has nothing else to do does not wait for their end. */
export function wait(milliseconds: number): Promise<void> {
  return setTimeout(milliseconds, undefined, { ref: false });
}
