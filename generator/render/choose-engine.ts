import { GenerateError } from "../problem";
import type { Engine, EngineName } from "./engine";
import { createMustacheEngine } from "./mustache-engine";
import { createOpenApiGeneratorEngine, type OpenApiGeneratorOptions } from "./openapi-generator";

export interface ChosenEngine {
  readonly engine: Engine;
  /** One line for the user where `auto` did not get its first choice. */
  readonly line?: string;
}

/** What `auto` puts up with; a JAR that is not the pinned one is an error whatever was asked. */
const absences: Record<string, string> = {
  "no-java": "no Java on the PATH",
  "no-jar": "openapi-generator's JAR is not to be had",
  "no-cache": "the cache folder can't be written",
};

/** The engine asked for; `auto`: openapi-generator where Java and the JAR are to be had, else the Mustache library, and says so. */
export async function chooseEngine(
  request: "auto" | EngineName,
  options: OpenApiGeneratorOptions,
): Promise<ChosenEngine> {
  if (request === "mustache") return { engine: createMustacheEngine() };
  try {
    return { engine: await createOpenApiGeneratorEngine(options) };
  } catch (error) {
    const reason = error instanceof GenerateError ? absences[error.problems[0]?.code ?? ""] : undefined;
    if (request !== "auto" || reason === undefined) throw error;
    return { engine: createMustacheEngine(), line: `engine: mustache (${reason})` };
  }
}
