import { documentWith } from "./document";
import { blockPayloads, hiddenPayloads, linePayloads } from "./payloads";

/** The n-th of several documents: in each, every place holds another payload; in all of them, each place has held many. */
export function mixed(n: number): object {
  let place = 0;
  return documentWith((kind, name, usual) => {
    const index = n + 7 * (place += 1);
    const texts = [...linePayloads, ...hiddenPayloads, ...blockPayloads];
    if (name === "path") return linePayloads[index % linePayloads.length]!.replace(/[{}]/g, "");
    if (kind === "name") return linePayloads[index % linePayloads.length]!;
    return kind === "text" ? texts[index % texts.length]! : usual;
  });
}
