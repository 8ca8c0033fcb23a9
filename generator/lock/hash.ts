import { createHash } from "node:crypto";

/** SHA-256 of a text's UTF-8, or of bytes, in hexadecimal. */
export function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** One hash for several files: over each path and hash, in the order given. */
export function hashAll(files: readonly { readonly path: string; readonly content: Uint8Array }[]): string {
  return hash(files.map(({ path, content }) => `${hash(content)} ${path}\n`).join(""));
}
