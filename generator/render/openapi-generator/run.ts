import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PreparedDocument, RawFile } from "../../flow";
import { GenerateError, exitCodes } from "../../problem";
import type { TemplateSet } from "../engine";
import { aliasOf, carrier } from "./carrier";
import type { Java } from "./java";
import { layOut, type Row } from "./layout";
import { pin } from "./pin";

export interface Toolchain {
  readonly java: Java;
  readonly jar: string;
  readonly cacheFolder: string;
}

/** Renders in one JVM, in a folder of its own that is gone afterwards. Only the files that are expected are read, and each must be there. */
export async function renderWithJar(
  document: PreparedDocument,
  templates: TemplateSet,
  toolchain: Toolchain,
): Promise<RawFile[]> {
  const folder = mkdtempSync(join(tmpdir(), "audiences-codegen-"));
  try {
    const alias = aliasOf(document);
    const rows = layOut(document, templates, alias);
    writeInputs(folder, rows, templates, carrier(document, alias), document.package);
    const log = await runJvm(folder, toolchain);
    return rows
      .flatMap(({ files }) => files)
      .map(({ from, to }) => ({ path: to, text: readOutput(folder, from, log) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeInputs(
  folder: string,
  rows: readonly Row[],
  { partials }: TemplateSet,
  document: object,
  gen: object,
): void {
  const templateFolder = join(folder, "templates");
  const write = (name: string, text: string): void => {
    const path = join(templateFolder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const { template, text } of rows) write(template, text);
  for (const [name, text] of partials) write(`${name}.mustache`, text);
  writeFileSync(join(folder, "carrier.json"), JSON.stringify(document));
  writeFileSync(join(folder, "configuration.json"), JSON.stringify(configuration(folder, rows, gen)));
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

/** Starts the JVM and gives what it printed. The class-data archive saves two thirds of its start; the first run makes it. */
async function runJvm(folder: string, { java, jar, cacheFolder }: Toolchain): Promise<string> {
  const archive = join(
    cacheFolder,
    `classes-${createHash("sha256").update(`${pin.sha256} ${java.key}`).digest("hex").slice(0, 16)}.jsa`,
  );
  const fresh = join(folder, "classes.jsa");
  const sharing = existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`] : [`-XX:ArchiveClassesAtExit=${fresh}`];
  const options = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", ...sharing];
  const { code, log } = await start(
    java.path,
    [...options, "-jar", jar, "generate", "-c", join(folder, "configuration.json")],
    folder,
  );
  if (code !== 0) throw failure(`openapi-generator ended with exit code ${code}`, log);
  keepArchive(fresh, archive);
  return log;
}

function start(program: string, args: readonly string[], cwd: string): Promise<{ code: number; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    const collect = (chunk: Buffer): void => void (log = `${log}${chunk.toString()}`.slice(-100_000));
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => reject(failure(`Java can't be started: ${error.message}`, "")));
    child.on("close", (code) => resolve({ code: code ?? 1, log }));
  });
}

/** An archive is a gain, never a need: when it can't be kept, the next run makes it again. */
function keepArchive(fresh: string, archive: string): void {
  if (!existsSync(fresh)) return;
  try {
    const staged = `${archive}.${process.pid}`;
    writeFileSync(staged, readFileSync(fresh));
    chmodSync(staged, 0o644);
    renameSync(staged, archive);
  } catch {
    // A cache that can't be written only costs time.
  }
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
