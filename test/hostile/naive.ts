/** The positive control: a generator that pastes text. A judge that finds nothing in what it makes is broken. */
export function naive(document: unknown): Map<string, string> {
  const strings = [...new Set(stringsOf(document))];
  const modules = strings.flatMap((text) => pastes.map((paste) => paste(text)));
  return new Map([
    ...modules.map((code, index) => [`src/module-${index}.ts`, code] as const),
    ["docs/README.md", strings.map((text) => `${text}\n`).join("\n")],
  ]);
}

const pastes: readonly ((text: string) => string)[] = [
  (text) => `export const value = '${text}';\n`,
  (text) => `export const value = "${text}";\n`,
  (text) => `export const value = \`${text}\`;\n`,
  (text) => `/** ${text} */\nexport const value = 1;\n`,
  (text) => `export const value = { ['${text}']: 1 };\n`,
];

function* stringsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (!Array.isArray(value)) yield key;
    yield* stringsOf(member);
  }
}
