import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "..", "fixtures");

/** The fixtures, a folder for each feature; folders that begin with `_` hold something else. */
export const features: readonly string[] = readdirSync(folder)
  .filter((name) => !name.startsWith("_"))
  .sort();

/** The path of a fixture's document, from the repository's root. */
export function fixturePath(feature: string): string {
  return `test/fixtures/${feature}/spec.yaml`;
}

/** The document's text, and the generated files that its first line says are worth looking at. */
export function readFixture(feature: string): { text: string; shows: string[] } {
  const text = readFileSync(join(folder, feature, "spec.yaml"), "utf8");
  const shows = /^# Shows: (.*)\n/.exec(text)?.[1]?.split(", ");
  if (shows === undefined) throw new Error(`${fixturePath(feature)}: the first line must be "# Shows: <paths>"`);
  return { text, shows };
}
