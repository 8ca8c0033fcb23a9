import { commentLines } from "../encode";

interface DocComment {
  readonly paragraphs: readonly (string | undefined)[];
  readonly isDeprecated?: boolean;
}

/** The lines of a doc comment: paragraphs with an empty line between them, then the tag that editors strike a name through for. */
export function docComment({ paragraphs, isDeprecated = false }: DocComment): string[] {
  const blocks = paragraphs
    .map((paragraph) => paragraph?.trim())
    .filter((paragraph): paragraph is string => paragraph !== undefined && paragraph !== "")
    .map(commentLines);
  if (isDeprecated) blocks.push(["* @deprecated"]);
  return blocks.flatMap((block, index) => (index === 0 ? block : ["*", ...block]));
}
