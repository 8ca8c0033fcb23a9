import { GenerateError, exitCodes } from "../../problem";
import type { Engine } from "../engine";
import { cacheFolder } from "./cache-folder";
import { provideJar } from "./jar";
import { findJava } from "./java";
import { renderWithJar } from "./run";

export interface OpenApiGeneratorOptions {
  readonly offline: boolean;
  /** Told once, when something takes long. */
  readonly onProgress: (message: string) => void;
}

/** The engine, with its Java and its JAR at hand. Throws a `GenerateError` (exit code 5) that says which is missing or wrong. */
export async function createOpenApiGeneratorEngine({ offline, onProgress }: OpenApiGeneratorOptions): Promise<Engine> {
  const java = findJava();
  if (java === undefined) {
    const hint = "Install Java 11 or later, set JAVA_HOME, or use --engine mustache.";
    throw GenerateError.of(exitCodes.engine, "no-java", "there is no Java on the PATH, nor at JAVA_HOME", hint);
  }
  const folder = cacheFolder();
  const jar = await provideJar({ cacheFolder: folder, offline, onProgress });
  return {
    name: "openapi-generator",
    render: (document, templates) => renderWithJar(document, templates, { java, jar, cacheFolder: folder }),
  };
}
