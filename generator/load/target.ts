import { realpathSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { Fault } from "./faults";

/** What a reference names: a file of the document's own folder, and a pointer in it; or why it names none. */
export type Target = { readonly file: string; readonly pointer: string } | Fault;

/**
 * Resolves a reference from a file, both absolute. Only files at or below `folder`, the entry document's own, are named: no address, no
 * absolute path, nothing behind a symbolic link that leads out.
 */
export function targetOf(reference: string, from: string, folder: string): Target {
  const [address = "", fragment = ""] = reference.split(/#(.*)/s);
  const decoded = decode(address);
  const pointer = decode(fragment);
  if (decoded === undefined || pointer === undefined || (pointer !== "" && !pointer.startsWith("/"))) return malformed;
  if (address === "") return { file: from, pointer };
  if (/^([a-z][a-z0-9+.-]*:|[/\\])|[\\?\0]/i.test(decoded)) return elsewhere;
  const file = resolve(dirname(from), decoded);
  if (!isBelow(file, folder)) return elsewhere;
  if (!/\.(json|ya?ml)$/i.test(file)) return notADocument;
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return missing(decoded);
  const real = realpathSync(file);
  return isBelow(real, folder) ? { file: real, pointer } : elsewhere;
}

function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== "" && path.split(sep)[0] !== ".." && resolve(folder, path) === file;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const malformed = {
  code: "unresolved-reference",
  message: "this is not a reference with a JSON pointer",
  hint: "Write it as `#/components/…`, or as `file.yaml#/…`.",
};

const elsewhere = {
  code: "external-reference",
  message: "a reference to an address, or out of the document's own folder, is not followed",
  hint: "Put a copy into the folder, or bundle the document into one file first.",
};

const notADocument = {
  code: "external-reference",
  message: "a reference leads to a .json, .yaml or .yml file only",
  hint: "Rename the file.",
};

function missing(path: string): Target {
  return { code: "unresolved-reference", message: `there is no file ${path}`, hint: "Correct the reference." };
}
