/** The halves that `--only` chooses between. */
export type Part = "client" | "docs";

/** Docs are all that a person reads; the client is the rest. */
export function partOf(path: string): Part {
  return path.startsWith("docs/") || path === "README.md" || path === "CHANGELOG.md" ? "docs" : "client";
}
