import { existsSync } from "node:fs";
import { GenerateError, exitCodes } from "../../problem";
import type { Engine } from "../engine";
import { cacheFolder } from "../../cache-folder";
import { fetchJar, jarPath } from "./jar";
import { findJava } from "./java";
import { startJvm } from "./jvm";
import { renderWithJvm } from "./run";
import { verifyJarOnce } from "./verify-jar";

export interface OpenApiGeneratorOptions {
  readonly offline: boolean;
  /** Told once, when something takes long. */
  readonly onProgress: (message: string) => void;
  /** Ends what is under way: the download, the JVM, their folders. */
  readonly signal: AbortSignal;
}

/** The engine, its JVM starting already. Throws a `GenerateError` (exit code 5) that says what is missing or wrong. */
export async function createOpenApiGeneratorEngine(options: OpenApiGeneratorOptions): Promise<Engine> {
  const java = findJava();
  if (java === undefined) {
    const hint = "Install Java 11 or later, set JAVA_HOME, or use --engine mustache.";
    throw GenerateError.of(exitCodes.engine, "no-java", "there is no Java on the PATH, nor at JAVA_HOME", hint);
  }
  const folder = cacheFolder();
  const jar = jarPath(folder);
  // Without a pause where the JAR is there: the JVM starts before the document is read.
  if (!existsSync(jar)) await fetchJar(jar, options);
  verifyJarOnce(jar);
  const jvm = startJvm({ java, jar, cacheFolder: folder }, options.signal);
  return {
    name: "openapi-generator",
    render: (document, templates) => renderWithJvm(document, templates, jvm),
  };
}
