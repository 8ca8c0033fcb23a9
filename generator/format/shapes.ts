/** The lines of our templates whose layout needs no formatter. Each is read in a time that grows with the line's length alone. */
const word = String.raw`[A-Za-z_$][\w$]*`;
/** Without quotes that prettier would change, and without braces, parentheses and leading bars. */
const type = String.raw`(?![|])(?:[\w$.<>[\]|,]|"[^"\\']*"| (?! ))+`;
const atom = String.raw`(?:"[^"\\']*"|${word}(?:\.${word})*|\[\]|\{\})`;
const flatObject = String.raw`\{ ${word}: ${atom}(?:, ${word}: ${atom})* \}`;
const largerObject = String.raw`\{ ${word}: ${atom}(?:, ${word}: ${atom})+ \}`;
const words = String.raw`\["[^"\\']*"\]`;
const value = String.raw`(?:${atom}|${flatObject}|\[${flatObject}\]|\[${words}(?:, ${words})*\]|\[${atom}(?:, ${atom})*\])`;

const moduleName = String.raw`(?:type )?${word}(?: as ${word})?`;
const names = String.raw`(?:import|export) (?:type )?(?:\* as ${word}|\{ ${moduleName}(?:, ${moduleName})* \}) from "[^"\\']*";`;
const call = String.raw`${word}(?:<${word}>)?\(${word}(?:, ${word})*\)`;

const shape = (source: string): RegExp => new RegExp(`^${source}$`);
export const opener = shape(
  `(?:export interface ${word}|return|${word}:|const ${word}: ${word} =|export function ${word}\\(${word}: ${word}(?: = \\{\\})?\\): ${word}) \\{`,
);
export const closer = /^\}[;,]?$/;
export const wholeLine = shape(
  `(?:(?:readonly )?${word}\\??: ${type};|export type ${word} = ${type};|${word}: (?:${value}|${call}),|(?:return|const ${word} =) ${call};|${names})`,
);
export const objects = shape(`(${word}): \\[(${largerObject}(?:, ${largerObject})+)\\],`);
export const method = shape(`(${word})\\((${word}\\??: ${word}), (${word}\\??: ${word})\\): (${type});`);
export const arrow = shape(`(${word}: \\(${word}, ${word}\\) =>) (${call},)`);

export const functionHead = shape(`export function ${word}\\(`);
export const parameter = shape(`${word}\\??: ${word}(?: = \\{\\})?`);
export const functionEnd = shape(`\\): ${type} \\{`);
export const namesHead = /^(?:import|import type|export|export type) \{$/;
export const namesEnd = /^\} from "[^"\\']*";$/;
/** A bar of its own may be one more of the same union. */
export const member = shape(`(?!.* \\| )${type}`);
export const unionHead = shape(`export type ${word} =`);
export const nameOfModule = shape(moduleName);
export const largerObjects = new RegExp(largerObject, "g");
