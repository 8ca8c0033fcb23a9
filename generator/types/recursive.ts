import type {
  IndexedAccessTypeNode,
  InterfaceDeclaration,
  LiteralTypeNode,
  Node,
  PropertySignature,
  StringLiteral,
  TypeElement,
  TypeNode,
} from "typescript";
import { isReference, type OpenApiDocument, type Schema } from "../openapi";
import { schemaName } from "../prepare/operations";

/**
 * TypeScript lets a type hold itself in a list or as an alternative under a name of its own, and not as the property that a component is
 * (TS2502): the types of such components get a name, and the properties lead there. Other nodes stay.
 */
export function withRecursiveNames(nodes: readonly Node[], document: OpenApiDocument): Node[] {
  const keys = recursiveComponents(document);
  if (keys.size === 0) return [...nodes];
  const ts = require("typescript") as typeof import("typescript");
  const { factory } = ts;
  const names = aliasNames(keys);
  const aliases: Node[] = [];
  // In a list TypeScript waits with a type that it knows by such a name, and with no other.
  const byName = (node: Node): Node => {
    const name = ts.isIndexedAccessTypeNode(node) ? names.get(componentOf(node, ts) ?? "") : undefined;
    return name === undefined ? ts.visitEachChild(node, byName, undefined) : factory.createTypeReferenceNode(name);
  };
  const named = (member: TypeElement): TypeElement => {
    const key = member.name !== undefined && "text" in member.name ? member.name.text : undefined;
    const name = key === undefined ? undefined : names.get(key);
    if (name === undefined || !ts.isPropertySignature(member)) return member;
    aliases.push(factory.createTypeAliasDeclaration(undefined, name, undefined, byName(member.type!) as TypeNode));
    return withType(member, factory.createTypeReferenceNode(name));
  };
  const withType = (member: PropertySignature, type: TypeNode): PropertySignature =>
    factory.updatePropertySignature(member, member.modifiers, member.name, member.questionToken, type);
  const inSchemas = (member: TypeElement): TypeElement => {
    const isSchemas = member.name !== undefined && "text" in member.name && member.name.text === "schemas";
    if (!isSchemas || !ts.isPropertySignature(member) || !ts.isTypeLiteralNode(member.type!)) return member;
    return withType(
      member,
      factory.updateTypeLiteralNode(member.type, factory.createNodeArray(member.type.members.map(named))),
    );
  };
  const amended = nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return node;
    const { modifiers, name, typeParameters, heritageClauses, members }: InterfaceDeclaration = node;
    return factory.updateInterfaceDeclaration(
      node,
      modifiers,
      name,
      typeParameters,
      heritageClauses,
      members.map(inSchemas),
    );
  });
  return [...amended, ...aliases];
}

/** `Json` of `components["schemas"]["Json"]` */
function componentOf(
  { objectType, indexType }: IndexedAccessTypeNode,
  ts: typeof import("typescript"),
): string | undefined {
  const isText = (node: Node): node is LiteralTypeNode & { literal: StringLiteral } =>
    ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal);
  if (!ts.isIndexedAccessTypeNode(objectType) || !isText(indexType) || !isText(objectType.indexType)) return undefined;
  const root = objectType.objectType;
  const isComponents =
    ts.isTypeReferenceNode(root) && ts.isIdentifier(root.typeName) && root.typeName.text === "components";
  return isComponents && objectType.indexType.literal.text === "schemas" ? indexType.literal.text : undefined;
}

/** `Json` → `RecursiveJson`; a name that is taken gets a number. */
function aliasNames(keys: ReadonlySet<string>): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of keys) {
    const base = `Recursive${key.replaceAll(/[^\w$]+/g, "_")}`;
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}${number}`;
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

/** The components that lead to themselves with no object between, in the order of the document. */
function recursiveComponents(document: OpenApiDocument): Set<string> {
  const schemas = document.components?.schemas ?? {};
  const next = new Map(Object.entries(schemas).map(([key, schema]) => [key, heldBy(schema)]));
  const reaches = (start: string): boolean => {
    const seen = new Set<string>();
    const pending = [...(next.get(start) ?? [])];
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      if (key === start) return true;
      if (seen.has(key)) continue;
      seen.add(key);
      pending.push(...(next.get(key) ?? []));
    }
    return false;
  };
  return new Set([...next.keys()].filter(reaches));
}

/** The components that a schema is, may be, or lists. What the properties of an object are is asked later by TypeScript. */
function heldBy(schema: Schema | undefined): string[] {
  if (typeof schema !== "object") return [];
  const name = isReference(schema) ? schemaName(schema) : undefined;
  const { allOf = [], oneOf = [], anyOf = [], prefixItems = [], items } = schema;
  return [
    ...(name === undefined ? [] : [name]),
    ...[...allOf, ...oneOf, ...anyOf, ...prefixItems, items].flatMap(heldBy),
  ];
}
