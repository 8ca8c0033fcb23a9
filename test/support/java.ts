import { spawnSync } from "node:child_process";

/** Whether there is a Java to run the openapi-generator engine with; tests that need one are skipped, and named, without. */
export function findJava(): boolean {
  return spawnSync("java", ["-version"]).status === 0;
}
