import { createHash } from "node:crypto";

/** What a cursor says: whose list it is (path, scope, order), and after which item of it the page begins. */
export interface Cursor {
  readonly list: string;
  readonly after: number;
}

/** Opaque to a caller: one that was not given out is known by its checksum. */
export function writeCursor({ list, after }: Cursor): string {
  return Buffer.from(`${checksum(list, after)}${after}`).toString("base64url");
}

/** `undefined` for a text that this list did not give out. */
export function readCursor(text: string, list: string): Cursor | undefined {
  const decoded = Buffer.from(text, "base64url").toString();
  const after = Number(decoded.slice(checksumLength));
  if (!Number.isSafeInteger(after)) return undefined;
  const cursor = { list, after };
  return writeCursor(cursor) === text ? cursor : undefined;
}

const checksumLength = 12;

function checksum(list: string, after: number): string {
  return createHash("sha256").update(`${after} ${list}`).digest("hex").slice(0, checksumLength);
}
