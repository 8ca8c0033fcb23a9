import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { GenerateError, exitCodes } from "../../problem";
import { noJar, verifyJar } from "./verify-jar";
import { pin } from "./pin";

/**
 * Downloads the JAR with @openapitools/openapi-generator-cli, compares it, and moves it to `target`.
 *
 * The wrapper starts what it has downloaded before anyone can look at it. So it runs in a folder of its own with no Java on its
 * PATH, its exit code is not asked, and only what it left behind counts.
 */
export async function downloadJar(target: string, signal: AbortSignal): Promise<void> {
  const folder = privateFolder(dirname(target));
  try {
    writeFileSync(join(folder, "openapitools.json"), JSON.stringify(wrapperConfiguration()));
    await runWrapper(folder, signal);
    const downloaded = join(folder, "versions", `${pin.version}.jar`);
    if (!existsSync(downloaded)) throw noJar("openapi-generator's JAR is not in the cache, and can't be downloaded");
    verifyJar(downloaded);
    renameSync(downloaded, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Beside the target, so that moving the file there is one step. */
function privateFolder(cache: string): string {
  try {
    mkdirSync(cache, { recursive: true });
    return mkdtempSync(join(cache, "download-"));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw GenerateError.of(
      exitCodes.engine,
      "no-cache",
      `the cache folder ${cache} can't be written (${code})`,
      "Set AUDIENCES_CODEGEN_CACHE to one that can.",
    );
  }
}

function wrapperConfiguration(): object {
  const mirror = process.env["AUDIENCES_CODEGEN_JAR_URL"];
  return {
    "generator-cli": {
      version: pin.version,
      storageDir: "versions",
      ...(mirror ? { repository: { downloadUrl: mirror } } : {}),
    },
  };
}

function runWrapper(folder: string, signal: AbortSignal): Promise<void> {
  const wrapper = require.resolve("@openapitools/openapi-generator-cli/main.js");
  const { PATH: _path, Path: _windowsPath, JAVA_HOME: _home, INIT_CWD: _npmFolder, ...environment } = process.env;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [wrapper, "version"], {
      cwd: folder,
      // It looks for its configuration where PWD says.
      env: { ...environment, PATH: folder, PWD: folder },
      stdio: "ignore",
      signal,
    });
    child.on("error", () => {
      resolve();
    });
    child.on("close", () => {
      resolve();
    });
  });
}
