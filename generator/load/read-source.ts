import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { GenerateError, exitCodes } from "../problem";
import { limits } from "./limits";
import { problemAt } from "./parsed";

/** The text of a file, strictly UTF-8, without a byte order mark. */
export function readSource(path: string, cwd: string): string {
  const bytes = readBytes(path, cwd);
  const text = decode(bytes, path).replace(/^\uFEFF/, "");
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const problem = problemAt(
      { path, text, offset: nul },
      "nul-character",
      "the file holds a NUL character",
      "Is it a text file?",
    );
    throw new GenerateError(exitCodes.problems, [problem]);
  }
  return text;
}

function readBytes(path: string, cwd: string): Buffer {
  try {
    const file = resolve(cwd, path);
    const stats = statSync(file);
    if (stats.isDirectory()) throw unreadable(path, "is a directory", "Name the document itself.");
    if (!stats.isFile()) throw unreadable(path, "is not a regular file", "Name a JSON or YAML file.");
    if (stats.size > limits.fileSize) throw tooLarge(path, stats.size);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof GenerateError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    if (code === "ENOENT")
      throw unreadable(path, "does not exist", "Check the path; it starts from the current folder.");
    throw unreadable(path, `can't be read (${code})`, "Check its permissions.");
  }
}

function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const text = bytes.toString("utf8");
    const offset = text.indexOf("\uFFFD");
    const problem = problemAt(
      { path, text, offset },
      "invalid-utf-8",
      "the file is not valid UTF-8",
      "Save it as UTF-8.",
    );
    throw new GenerateError(exitCodes.problems, [problem]);
  }
}

function unreadable(path: string, what: string, hint: string): GenerateError {
  return GenerateError.of(exitCodes.inputOutput, "unreadable-file", `${path} ${what}`, hint);
}

function tooLarge(path: string, size: number): GenerateError {
  const message = `${path} has ${size} bytes; the limit is ${limits.fileSize}`;
  return GenerateError.of(exitCodes.problems, "too-large", message, "Split it, or leave out what no client needs.");
}
