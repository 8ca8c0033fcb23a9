import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PreparedDocument, RawFile } from "../../flow";
import { GenerateError, exitCodes } from "../../problem";
import { awaitInTime } from "../../time-limit";
import type { TemplateSet } from "../engine";
import { aliasOf, carrier } from "./carrier";
import type { Jvm } from "./jvm";
import { layOut, type Row } from "./layout";

/** Renders in one JVM. Only the files that are expected are read, and each must be there. */
export async function renderWithJvm(document: PreparedDocument, templates: TemplateSet, jvm: Jvm): Promise<RawFile[]> {
  const alias = aliasOf(document);
  const rows = layOut(document, templates, alias);
  writeTemplates(join(jvm.folder, "templates"), rows, templates);
  writeFileSync(join(jvm.folder, "carrier.json"), JSON.stringify(carrier(document, alias)));
  const running = jvm.run(configuration(jvm.folder, rows, document.package));
  const { code, log } = await awaitInTime("openapi-generator", running, () => {
    jvm.end();
  });
  if (code !== 0) throw failure(`openapi-generator ended with exit code ${code}`, log);
  return rows
    .flatMap(({ files }) => files)
    .map(({ from, to }) => ({ path: to, text: readOutput(jvm.folder, from, log) }));
}

function writeTemplates(folder: string, rows: readonly Row[], { partials }: TemplateSet): void {
  const write = (name: string, text: string): void => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const { template, text } of rows) write(template, text);
  for (const [name, text] of partials) write(`${name}.mustache`, text);
}

function configuration(folder: string, rows: readonly Row[], gen: object): object {
  return {
    generatorName: "markdown",
    inputSpec: join(folder, "carrier.json"),
    outputDir: join(folder, "out"),
    templateDir: join(folder, "templates"),
    apiPackage: "api",
    modelPackage: "model",
    files: Object.fromEntries(rows.flatMap(({ template, entry }) => (entry === undefined ? [] : [[template, entry]]))),
    additionalProperties: { gen, hideGenerationTimestamp: true },
  };
}

function readOutput(folder: string, from: string, log: string): string {
  const path = join(folder, "out", from);
  if (!existsSync(path)) throw failure(`openapi-generator did not make ${from}`, log);
  return readFileSync(path, "utf8");
}

/** The last of what the JAR said, without its stack trace and its banner. */
function failure(message: string, log: string): GenerateError {
  const lines = log.split("\n").filter((line) => line.trim() !== "" && !/^\s+at |^#|INFO/.test(line));
  const hint =
    lines.length === 0
      ? "Use --engine mustache."
      : `It said: ${lines.slice(-3).join(" / ").slice(0, 400)}. Use --engine mustache.`;
  return GenerateError.of(exitCodes.engine, "engine-failed", message, hint);
}
