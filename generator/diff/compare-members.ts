import type ts from "typescript";
import type { Comparison, Spot } from "./comparison";
import { join } from "./flat-schema";
import { inside, stripped, type Part, type Shaped } from "./part";
import type { Side } from "./side";

/** Goes on with two parts that stand inside the present ones. */
type Descend = (old: Part, next: Part, spot: Spot) => void;

interface Member {
  readonly part: Part;
  readonly isOptional: boolean;
  /** The component in which it is declared, by the name of its type. */
  readonly owner: string | undefined;
}

/** The members of two objects: which came, which went, which are required now; and each that both have. */
export function compareMembers(comparison: Comparison, old: Shaped, next: Shaped, spot: Spot, descend: Descend): void {
  const [before, after] = [membersOf(comparison, comparison.old, old), membersOf(comparison, comparison.new, next)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const at = inside(spot, spot.member === "" ? name : `${spot.member}.${name}`);
    compareMember(comparison, before.get(name), after.get(name), at, descend);
  }
  compareOthers(comparison, old, next, spot, descend);
}

function compareMember(
  comparison: Comparison,
  old: Member | undefined,
  next: Member | undefined,
  at: Spot,
  descend: Descend,
): void {
  const owner = (old ?? next)?.owner;
  const isElsewhere = owner !== undefined && owner !== at.subject.name && (next ?? old)?.owner === owner;
  const spot: Spot = isElsewhere ? { ...at, inheritedFrom: owner } : at;
  comparePresence(comparison, old, next, spot);
  if (old !== undefined && next !== undefined && !isElsewhere) descend(old.part, next.part, at);
}

/** `Required` in a request asks more of callers; what may be missing in an answer asks more of them, too. */
export function comparePresence(
  { add }: Comparison,
  old: Pick<Member, "part" | "isOptional"> | undefined,
  next: Pick<Member, "part" | "isOptional"> | undefined,
  spot: Spot,
): void {
  const { kind, use } = spot;
  const found = { spot, old: pointerOf(old, spot), new: pointerOf(next, spot), shownBy: "types" } as const;
  if (old === undefined && next !== undefined) {
    if (next.isOptional) add({ code: `${kind}-added`, severity: "minor", ...found });
    else add({ code: `required-${kind}-added`, severity: use.request ? "major" : "minor", ...found });
  } else if (next === undefined) add({ code: `${kind}-removed`, severity: "major", ...found });
  else if (old!.isOptional && !next.isOptional) {
    add({ code: `${kind}-became-required`, severity: use.request ? "major" : "minor", ...found });
  } else if (!old!.isOptional && next.isOptional) {
    add({ code: `${kind}-became-optional`, severity: use.response ? "major" : "minor", ...found });
  }
}

/** What came or went is the whole parameter, or the whole body, not its schema. */
function pointerOf(member: Pick<Member, "part"> | undefined, { kind }: Spot): string | undefined {
  const pointer = member?.part.pointer;
  return kind === "property" ? pointer : pointer?.replace(/(\/content\/[^/]+)?\/schema$/, "");
}

function membersOf(comparison: Comparison, side: Side, { part, flat }: Shaped): Map<string, Member> {
  const { checker, ts: compiler } = comparison.surface;
  const type = stripped(comparison, part.type)!;
  return new Map(
    checker.getPropertiesOfType(type).map((symbol): [string, Member] => {
      const property = flat.properties.get(symbol.name);
      const pointer = property?.pointer ?? part.pointer;
      return [
        symbol.name,
        {
          part: { type: checker.getTypeOfSymbol(symbol), schema: property?.schema, pointer },
          isOptional: (symbol.flags & compiler.SymbolFlags.Optional) !== 0,
          owner: ownerOf(side, pointer),
        },
      ];
    }),
  );
}

/** The type in whose component a pointer leads directly to a property. */
function ownerOf({ names }: Side, pointer: string): string | undefined {
  const key = /^#\/components\/schemas\/([^/]+)(\/allOf\/\d+)*\/properties\/[^/]+$/.exec(pointer)?.[1];
  return key === undefined ? undefined : names.schemas.get(decodeURIComponent(key))?.typeName;
}

/** Properties without a name of their own: `additionalProperties`. */
function compareOthers(comparison: Comparison, old: Shaped, next: Shaped, spot: Spot, descend: Descend): void {
  const { checker } = comparison.surface;
  const other = ({ part }: Shaped): ts.Type | undefined => stripped(comparison, part.type)?.getStringIndexType();
  const [before, after] = [other(old), other(next)];
  if (before === undefined && after === undefined) return;
  const at = inside(spot, spot.member === "" ? "[key]" : `${spot.member}.[key]`);
  const part = ({ part: { pointer } }: Shaped, type: ts.Type | undefined): Part => ({
    type: type ?? checker.getUndefinedType(),
    schema: undefined,
    pointer: join(pointer, "additionalProperties"),
  });
  if (before !== undefined && after !== undefined) {
    descend(part(old, before), part(next, after), at);
  } else {
    const severity = after === undefined ? "major" : "minor";
    const found = { spot: at, old: old.part.pointer, new: next.part.pointer, shownBy: "types" } as const;
    comparison.add({ code: after === undefined ? "property-removed" : "property-added", severity, ...found });
  }
}
