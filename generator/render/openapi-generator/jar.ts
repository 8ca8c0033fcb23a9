import { join } from "node:path";
import type { OpenApiGeneratorOptions } from ".";
import { downloadJar } from "./download";
import { pin } from "./pin";
import { noJar } from "./verify-jar";

/** Where the JAR is kept. */
export function jarPath(folder: string): string {
  return join(folder, `openapi-generator-cli-${pin.version}.jar`);
}

/** Downloads the JAR to `path`. Throws a `GenerateError` (exit code 5, `no-jar`) when it is not to be had. */
export async function fetchJar(path: string, { offline, onProgress, signal }: OpenApiGeneratorOptions): Promise<void> {
  if (offline) throw noJar("openapi-generator's JAR is not in the cache, and --offline forbids to download it");
  onProgress(`downloading openapi-generator ${pin.version} (${Math.round(pin.size / 1e6)} MB), once`);
  await downloadJar(path, signal);
}
