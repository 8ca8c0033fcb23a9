import type { AST } from "@eslint-community/regexpp";
import { compilePattern } from "../../pattern";

/** Longer than this no example is: a pattern may ask for any length. */
const longest = 200;

/** The shortest text that a pattern takes, of the lengths that are allowed; `undefined` where none is found. */
export function patternExample(pattern: string, minLength: number, maxLength: number): string | undefined {
  const tree = parse(pattern);
  const compiled = compilePattern(pattern);
  if (tree === undefined || compiled === undefined) return undefined;
  return [0, 1, Math.min(minLength, longest)]
    .map((repeats) => new Writer(repeats).write(tree))
    .find(
      (text) =>
        text.length >= minLength &&
        text.length <= Math.min(maxLength, longest) &&
        !/\p{Cc}/u.test(text) &&
        compiled.test(text),
    );
}

function parse(pattern: string): AST.Pattern | undefined {
  const { RegExpParser } = require("@eslint-community/regexpp") as typeof import("@eslint-community/regexpp");
  try {
    return new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch {
    return undefined;
  }
}

/** Writes the first alternative of all, and everything as often as it must be; what may be left out, `repeats` times if it can. */
class Writer {
  constructor(private readonly repeats: number) {}

  write(node: AST.Pattern | AST.Element): string {
    switch (node.type) {
      case "Pattern":
      case "Group":
      case "CapturingGroup":
        return this.join(node.alternatives[0]?.elements ?? []);
      case "Quantifier": {
        const text = this.write(node.element);
        const times = Math.min(node.max, Math.max(node.min, this.repeats));
        return text.repeat(Math.min(times, longest));
      }
      case "Character":
        return String.fromCodePoint(node.value);
      case "CharacterSet":
      case "CharacterClass":
      case "ExpressionCharacterClass":
        return characterOf(node.raw);
      default:
        // What stands between characters, or repeats others: whether it holds is asked of the whole.
        return "";
    }
  }

  private join(elements: readonly AST.Element[]): string {
    const texts = elements.map((element) => this.write(element));
    return texts.join("").slice(0, longest + 1);
  }
}

/** A letter before a digit, and those before anything else. */
const characters = ["a", "1", "A", ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))];

function characterOf(set: string): string {
  const only = new RegExp(`^${set}$`, "u");
  return characters.find((character) => only.test(character)) ?? "";
}
