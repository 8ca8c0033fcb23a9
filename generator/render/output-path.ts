import type { Output } from "./engine";

/** Where a row's file for one tag or schema goes. */
export function outputPath(output: Output, of: { readonly fileStem?: string; readonly pageStem: string }): string {
  const stem = output.stem === "fileStem" ? of.fileStem : of.pageStem;
  return output.path.replace("{stem}", () => stem ?? of.pageStem);
}
