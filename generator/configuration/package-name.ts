import { basename } from "node:path";
import { load } from "../load";
import { GenerateError } from "../problem";

/**
 * A name for a package whose configuration gives none: the document's title, else its file's name, as npm takes it. A document that
 * can't be read has the file's name here; why it can't is said by the stage that reads it.
 */
export function nameOf(spec: string, cwd: string): string {
  return slug(titleOf(spec, cwd)) || slug(basename(spec).replace(/\.[^.]*$/, "")) || "client";
}

function titleOf(spec: string, cwd: string): string {
  try {
    const { value } = load(spec, { cwd });
    const title = (value as { info?: { title?: unknown } } | null)?.info?.title;
    return typeof title === "string" ? title : "";
  } catch (error) {
    if (error instanceof GenerateError) return "";
    throw error;
  }
}

function slug(text: string): string {
  const words =
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 100).replace(/-$/, "");
}
