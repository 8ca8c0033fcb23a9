import ts from "typescript";

/**
 * Where two types are not the same, each with its path. The compiler says what a type has: its members, their types, whether they must be there. It isn't
 * asked whether one type as a whole is assignable to the other: a property that is lost and optional would never be missed, `any` fits everything, and of
 * types that a mapped type makes it takes for granted what is more than three levels deep. Enums of ours that are open are taken as closed.
 */
export function differencesOf(checker: ts.TypeChecker, ours: ts.Type, stock: ts.Type): string[] {
  return new Walk(checker).between(membersOf(ours), membersOf(stock), "");
}

/** What a union is of, or the type itself. */
type Members = readonly ts.Type[];

function membersOf(type: ts.Type): Members {
  return type.isUnion() ? type.types : [type];
}

class Walk {
  /** Pairs that were found to be the same, or are under way: what leads back to one says nothing new. */
  private readonly seen = new Set<string>();

  constructor(private readonly checker: ts.TypeChecker) {}

  between(ours: Members, stock: Members, path: string): string[] {
    const pair = `${ids(ours)} ${ids(stock)}`;
    if (this.seen.has(pair)) return [];
    this.seen.add(pair);
    const found = this.betweenMembers(ours, stock, path);
    if (found.length > 0) this.seen.delete(pair);
    return found;
  }

  private betweenMembers(ours: Members, stock: Members, path: string): string[] {
    const [own, other] = [this.sort(ours), this.sort(stock)];
    const said = ({ simple }: Sorted): string => [...simple].sort().join(" | ");
    const found = said(own) === said(other) ? [] : [`${path}: ours ${said(own) || "-"}, not ${said(other) || "-"}`];
    const [object] = own.objects;
    const [otherObject] = other.objects;
    if (own.objects.length === 1 && other.objects.length === 1)
      return [...found, ...this.betweenObjects(object!, otherObject!, path)];
    const has = (list: readonly ts.Type[], test: (one: ts.Type) => string[]): boolean =>
      list.some((one) => test(one).length === 0);
    return [
      ...found,
      ...own.objects
        .filter((one) => !has(other.objects, (another) => this.between([one], [another], path)))
        .map((one) => `${path}: only ours is ${this.checker.typeToString(one)}`),
      ...other.objects
        .filter((one) => !has(own.objects, (another) => this.between([another], [one], path)))
        .map((one) => `${path}: ours is never ${this.checker.typeToString(one)}`),
    ];
  }

  /** What a value may be: primitives by their names, and objects. */
  private sort(members: Members): Sorted {
    const simple = new Set<string>();
    const objects: ts.Type[] = [];
    for (const member of members) {
      const primitive = member.isIntersection() ? this.primitiveOf(member) : member;
      if (primitive === undefined || primitive.flags & ts.TypeFlags.Object) objects.push(member);
      else if (primitive === member || primitive.isLiteral()) simple.add(this.checker.typeToString(primitive));
    }
    return { simple, objects };
  }

  /** Of `"A" & Record<never, never>`, `"A"`; of `string & Record<never, never>`, which an open enum has, `string`. */
  private primitiveOf(type: ts.IntersectionType): ts.Type | undefined {
    return type.types.find(({ flags }) => flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike));
  }

  private betweenObjects(ours: ts.Type, stock: ts.Type, path: string): string[] {
    const [own, other] = [this.partsOf(ours), this.partsOf(stock)];
    const found: string[] = [];
    for (const name of new Set([...own.keys(), ...other.keys()])) {
      const [a, b] = [own.get(name), other.get(name)];
      const at = path === "" || name === "[]" ? `${path}${name}` : `${path}.${name}`;
      if (a === undefined || b === undefined) found.push(`${at}: ${a === undefined ? "not in ours" : "only in ours"}`);
      else if (a.isOptional !== b.isOptional) found.push(`${at}: ${a.isOptional ? "optional" : "required"} in ours`);
      else found.push(...this.between(a.members, b.members, at));
    }
    return found;
  }

  /** The members of an object, the index signatures among them; of a list its items; of what the platform has, itself. */
  private partsOf(type: ts.Type): Map<string, Part> {
    if (this.isOfPlatform(type))
      return new Map([[this.checker.typeToString(type), { members: [], isOptional: false }]]);
    const properties = this.checker
      .getPropertiesOfType(type)
      .filter((symbol) => !(this.isList(type) && !/^\d+$/.test(symbol.name)))
      .map((symbol): [string, Part] => [symbol.name, this.partOf(symbol)]);
    const indexes = this.checker
      .getIndexInfosOfType(type)
      .map(({ keyType, type: value }): [string, Part] => [
        this.isList(type) ? "[]" : `[${this.checker.typeToString(keyType)}]`,
        { members: membersOf(value), isOptional: false },
      ]);
    return new Map([...properties, ...indexes]);
  }

  private partOf(symbol: ts.Symbol): Part {
    const members = membersOf(this.checker.getTypeOfSymbol(symbol));
    const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    const isThere = (member: ts.Type): boolean => (member.flags & ts.TypeFlags.Undefined) === 0;
    return { members: isOptional ? members.filter(isThere) : members, isOptional };
  }

  private isList(type: ts.Type): boolean {
    if (type.isIntersection()) return type.types.every((part) => this.isList(part));
    return this.checker.isArrayType(type) || this.checker.isTupleType(type);
  }

  /** `Blob`, and what else is an interface of the platform, but not a list. */
  private isOfPlatform(type: ts.Type): boolean {
    const declaration = (type.symbol as ts.Symbol | undefined)?.declarations?.[0];
    const isInterface = declaration !== undefined && ts.isInterfaceDeclaration(declaration);
    return isInterface && !this.isList(type) && /\/lib\.[^/]*\.d\.ts$/.test(declaration.getSourceFile().fileName);
  }
}

interface Sorted {
  readonly simple: ReadonlySet<string>;
  readonly objects: readonly ts.Type[];
}

interface Part {
  readonly members: Members;
  readonly isOptional: boolean;
}

function ids(types: Members): string {
  return types.map((type) => (type as ts.Type & { id: number }).id).join(",");
}
