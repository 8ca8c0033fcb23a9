import { settled } from "./settled";

/** A blank line, and the begin of a statement that is not inside of anything. */
const border = /\n{2,}(?=(?:export|import|const|\/\*\*)\s)/;

/** Statements of a piece: prettier takes half a millisecond to begin one. */
const together = 8;

/** Statements as prettier writes them, or statements that it has yet to write. */
export interface Piece {
  readonly text: string;
  readonly isSettled: boolean;
}

/**
 * TypeScript in pieces of whole statements, as far as its blank lines tell. A piece can be looked at alone: were there a border inside
 * a comment, a literal or a body, the piece before it would not parse.
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let unsettled: string[] = [];
  const flush = (): void => {
    if (unsettled.length > 0) pieces.push({ text: unsettled.join("\n\n"), isSettled: false });
    unsettled = [];
  };
  for (const statement of text.split(border)) {
    const written = settled(statement);
    if (written === undefined) unsettled.push(statement);
    if (written !== undefined || unsettled.length === together) flush();
    if (written !== undefined) pieces.push({ text: written, isSettled: true });
  }
  flush();
  return pieces;
}
