import type { Options } from "prettier";
import type { RawFile, RenderedFile } from "../flow";

/** The one style of generated code. No configuration is looked up, so a user's own changes nothing. */
export const style = {
  printWidth: 120,
  tabWidth: 2,
  useTabs: false,
  semi: true,
  singleQuote: false,
  quoteProps: "as-needed",
  trailingComma: "all",
  endOfLine: "lf",
} as const satisfies Options;

/**
 * `RawFile[]` → `RenderedFile[]`: TypeScript and JSON by prettier. Markdown stays as the templates place it: prettier aligns
 * the columns of a table, so that one longer word would change every row (DECISIONS.md).
 */
export async function format(files: readonly RawFile[]): Promise<RenderedFile[]> {
  return Promise.all(files.map(async ({ path, text }) => ({ path, text: await formatText(path, text) })));
}

/** Loads the formatter and lets it meet a little code, while something else is awaited: the first file costs most of all. */
export async function warmUp(): Promise<void> {
  await formatText("warm.ts", "export const warm = { up: (on: string): string => on };");
}

async function formatText(path: string, text: string): Promise<string> {
  const extension = /\.[^.]+$/.exec(path)?.[0];
  if (extension !== ".ts" && extension !== ".json") return text;
  // The stand-alone build and the plugins it needs: the full one takes four times as long to load.
  const { format: prettierFormat } = require("prettier/standalone") as typeof import("prettier/standalone");
  const parser = extension === ".ts" ? "typescript" : "json-stringify";
  return prettierFormat(text, { ...style, parser, plugins: plugins(extension) });
}

function plugins(extension: ".ts" | ".json"): NonNullable<Options["plugins"]> {
  const estree = require("prettier/plugins/estree") as never;
  if (extension === ".json") return [estree, require("prettier/plugins/babel") as never];
  return [estree, require("prettier/plugins/typescript") as never];
}
