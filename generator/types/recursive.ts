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
import { closure } from "../closure";
import { isReference, type OpenApiDocument, type Schema } from "../openapi";
import { Claims } from "../prepare/claims";
import { schemaName } from "../prepare/operations";

/**
 * TypeScript lets a type hold itself in a list or as an alternative under a name of its own, and not as the property that a component is
 * (TS2502): the types of such components get a name, and the properties lead there. Other nodes stay.
 */
export function withRecursiveNames(nodes: readonly Node[], document: OpenApiDocument): Node[] {
  const keys = recursiveComponents(document);
  if (keys.length === 0) return [...nodes];
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
    const name = names.get(keyOf(member) ?? "");
    if (name === undefined || !ts.isPropertySignature(member)) return member;
    aliases.push(factory.createTypeAliasDeclaration(undefined, name, undefined, byName(member.type!) as TypeNode));
    return withType(member, factory.createTypeReferenceNode(name));
  };
  const withType = (member: PropertySignature, type: TypeNode): PropertySignature =>
    factory.updatePropertySignature(member, member.modifiers, member.name, member.questionToken, type);
  const inSchemas = (member: TypeElement): TypeElement => {
    if (keyOf(member) !== "schemas" || !ts.isPropertySignature(member) || !ts.isTypeLiteralNode(member.type!))
      return member;
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

function keyOf({ name }: TypeElement): string | undefined {
  return name !== undefined && "text" in name ? name.text : undefined;
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

/** `Json` → `RecursiveJson` */
function aliasNames(keys: readonly string[]): Map<string, string> {
  const claims = new Claims();
  return new Map(keys.map((key) => [key, claims.claim(`Recursive${key.replaceAll(/[^\w$]+/g, "_")}`)]));
}

/** The components that lead to themselves with no object between, in the order of the document. */
function recursiveComponents(document: OpenApiDocument): string[] {
  const schemas = Object.entries(document.components?.schemas ?? {});
  const held = new Map(schemas.map(([key, schema]) => [key, heldBy(schema)]));
  const next = (key: string): readonly string[] => held.get(key) ?? [];
  return [...held.keys()].filter((key) => closure(next(key), next).has(key));
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
