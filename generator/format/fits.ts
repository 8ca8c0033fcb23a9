import { style } from "./style";

/** ASCII alone: of other characters prettier asks how wide they are. */
export function fits(line: string): boolean {
  return line.length <= style.printWidth && /^[\x20-\x7e]*$/.test(line);
}
