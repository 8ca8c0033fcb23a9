import { existsSync } from "node:fs";
import { join } from "node:path";
import { downloadJar } from "./download";
import { pin } from "./pin";
import { noJar, verifyJar } from "./verify-jar";

export interface JarOptions {
  readonly cacheFolder: string;
  readonly offline: boolean;
  readonly onProgress: (message: string) => void;
}

/** Where the JAR is kept. */
export function jarPath(folder: string): string {
  return join(folder, `openapi-generator-cli-${pin.version}.jar`);
}

/**
 * The path of the JAR, downloaded when it is not there, with the size and SHA-256 of `pin.ts`: compared in every run. Throws a
 * `GenerateError` (exit code 5): `no-jar` when there is none and none can be had, `wrong-jar` when it is not the pinned one.
 */
export async function provideJar({ cacheFolder, offline, onProgress }: JarOptions): Promise<string> {
  const path = jarPath(cacheFolder);
  if (!existsSync(path)) {
    if (offline) throw noJar("openapi-generator's JAR is not in the cache, and --offline forbids to download it");
    onProgress(`downloading openapi-generator ${pin.version} (${Math.round(pin.size / 1e6)} MB), once`);
    await downloadJar(path);
  }
  await verifyJar(path);
  return path;
}
