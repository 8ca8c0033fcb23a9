import { homedir } from "node:os";
import { join } from "node:path";

/** Where the JAR and the JVM's archive are kept: outside node_modules, so that a clean install finds them. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const own = environment["AUDIENCES_CODEGEN_CACHE"];
  if (own) return own;
  const base = environment["XDG_CACHE_HOME"] ?? environment["LOCALAPPDATA"] ?? join(homedir(), ".cache");
  return join(base, "audiences-codegen");
}
