import type { Options } from "prettier";
import type { RawFile, RenderedFile } from "../flow";
import { remembered } from "../remembered";
import { piecesOf } from "./pieces";
import { style } from "./style";

/**
 * `RawFile[]` → `RenderedFile[]`: TypeScript and JSON by prettier. The docs stay as the templates place them: prettier aligns
 * the columns of a table, so that one longer word would change every row (DECISIONS.md).
 */
export async function format(files: readonly RawFile[]): Promise<RenderedFile[]> {
  const formatted: RenderedFile[] = [];
  // One after the other: all at once, their syntax trees would be in memory together.
  for (const { path, text } of files) formatted.push({ path, text: await formatText(path, text) });
  return formatted;
}

async function formatText(path: string, text: string): Promise<string> {
  if (path.startsWith("docs/")) return text;
  if (path.endsWith(".json")) return formatJson(text);
  return path.endsWith(".ts") ? formatTypeScript(text) : text;
}

/**
 * Piece by piece: what `prettier` needs for one piece is all it has in memory, and under `watch` only pieces that changed are
 * formatted. A text that has no such pieces is formatted as a whole.
 */
async function formatTypeScript(text: string): Promise<string> {
  try {
    const pieces: string[] = [];
    for (const piece of piecesOf(text)) pieces.push(piece.isSettled ? piece.text : await formatPiece(piece.text));
    return pieces.join("\n");
  } catch {
    return callPrettier("babel-ts", text);
  }
}

const formatPiece = remembered((text) => callPrettier("babel-ts", text));
const formatJson = remembered((text) => callPrettier("json-stringify", text));

function callPrettier(parser: "babel-ts" | "json-stringify", text: string): Promise<string> {
  const { prettier, plugins } = loadPrettier();
  return prettier.format(text, { ...style, parser, plugins });
}

/**
 * The stand-alone build and the plugins it needs: the full one takes four times as long to load, its `typescript` parser four times as
 * long as `babel-ts`, which gives the same. Called ahead where there is time to wait for something else.
 */
export function loadPrettier(): Loaded {
  return {
    prettier: require("prettier/standalone") as typeof import("prettier/standalone"),
    plugins: [require("prettier/plugins/estree") as never, require("prettier/plugins/babel") as never],
  };
}

interface Loaded {
  readonly prettier: typeof import("prettier/standalone");
  readonly plugins: NonNullable<Options["plugins"]>;
}
