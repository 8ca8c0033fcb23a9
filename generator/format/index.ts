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
 * `RawFile[]` → `RenderedFile[]`: TypeScript and JSON by prettier. The docs stay as the templates place them: prettier aligns
 * the columns of a table, so that one longer word would change every row (DECISIONS.md).
 */
export async function format(files: readonly RawFile[]): Promise<RenderedFile[]> {
  return Promise.all(files.map(async ({ path, text }) => ({ path, text: await formatText(path, text) })));
}

/** What has been formatted in this run: the same text is formatted once. */
const formatted = new Map<string, Promise<string>>();

function formatText(path: string, text: string): Promise<string> {
  const extension = /\.[^.]+$/.exec(path)?.[0];
  if ((extension !== ".ts" && extension !== ".json") || path.startsWith("docs/")) return Promise.resolve(text);
  const key = `${extension} ${text}`;
  const known = formatted.get(key) ?? callPrettier(extension, text);
  formatted.set(key, known);
  return known;
}

function callPrettier(extension: ".ts" | ".json", text: string): Promise<string> {
  // The stand-alone build and the plugins it needs: the full one takes four times as long to load, its `typescript` parser
  // four times as long as `babel-ts`, which gives the same.
  const { format: prettierFormat } = require("prettier/standalone") as typeof import("prettier/standalone");
  const parser = extension === ".ts" ? "babel-ts" : "json-stringify";
  return prettierFormat(text, { ...style, parser, plugins: plugins() });
}

function plugins(): NonNullable<Options["plugins"]> {
  return [require("prettier/plugins/estree") as never, require("prettier/plugins/babel") as never];
}
