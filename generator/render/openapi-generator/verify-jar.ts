import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { GenerateError, exitCodes } from "../../problem";
import { pin } from "./pin";

/** Throws unless the file is the pinned JAR, to the byte. */
export async function verifyJar(path: string): Promise<void> {
  const bytes = await readFile(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (bytes.length === pin.size && sha256 === pin.sha256) return;
  const found = `${bytes.length} bytes, SHA-256 ${sha256}`;
  const expected = `${pin.size} bytes, SHA-256 ${pin.sha256}`;
  throw GenerateError.of(
    exitCodes.engine,
    "wrong-jar",
    `${path} is not openapi-generator ${pin.version}: ${found} instead of ${expected}`,
    "Delete it, and it is downloaded again; or use --engine mustache.",
  );
}

/** There is no JAR, and none can be had. */
export function noJar(message: string): GenerateError {
  return GenerateError.of(
    exitCodes.engine,
    "no-jar",
    message,
    "Run once with a network, set AUDIENCES_CODEGEN_JAR_URL to a mirror, or use --engine mustache.",
  );
}
