import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from "node:fs";
import { GenerateError, exitCodes } from "../../problem";
import { pin } from "./pin";

/**
 * `verifyJar`, where the file is not the one that it was asked of last: a note beside it says which that was. To read it all takes as long as
 * to load half of this program, and nothing else can be done meanwhile.
 */
export function verifyJarOnce(path: string): void {
  const note = `${path}.verified`;
  const { size, ino, ctimeMs } = statSync(path);
  const stamp = `${pin.sha256} ${size} ${ino} ${ctimeMs}`;
  if (textOf(note) === stamp) return;
  verifyJar(path);
  try {
    writeFileSync(note, stamp);
  } catch {
    // A cache that can't be written only costs time.
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Throws unless the file is the pinned JAR, to the byte. */
export function verifyJar(path: string): void {
  const { size, sha256 } = digest(path);
  if (size === pin.size && sha256 === pin.sha256) return;
  const found = `${size} bytes, SHA-256 ${sha256}`;
  const expected = `${pin.size} bytes, SHA-256 ${pin.sha256}`;
  throw GenerateError.of(
    exitCodes.engine,
    "wrong-jar",
    `${path} is not openapi-generator ${pin.version}: ${found} instead of ${expected}`,
    "Delete it, and it is downloaded again; or use --engine mustache.",
  );
}

/** Through one buffer: to have the whole JAR in memory takes longer than to hash it. */
function digest(path: string): { size: number; sha256: string } {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, "r");
  try {
    let size = 0;
    for (let read; (read = readSync(file, buffer)) > 0; size += read) hash.update(buffer.subarray(0, read));
    return { size, sha256: hash.digest("hex") };
  } finally {
    closeSync(file);
  }
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
