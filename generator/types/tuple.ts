import type { TransformNodeOptions } from "openapi-typescript" with { "resolution-mode": "import" };
import type { TypeNode } from "typescript";
import type { SchemaObject } from "../openapi";
import type { OpenapiTypescript } from "./library";

/**
 * The type of a list with `prefixItems`. openapi-typescript has those and no others, each of them there. JSON Schema lets others follow, which `items`
 * describes: where it does, they are in the type. As many must be there as `minItems` says; where it says nothing, all: that is what is meant.
 */
export function tuple(schema: SchemaObject, options: TransformNodeOptions, library: OpenapiTypescript): TypeNode {
  const { factory } = require("typescript") as typeof import("typescript");
  const { prefixItems = [], items, minItems = prefixItems.length, maxItems = Infinity } = schema;
  const typeOf = (item: unknown): TypeNode => library.transformSchemaObject(item as never, options);
  const members = prefixItems
    .slice(0, maxItems)
    .map((item, index) => (index < minItems ? typeOf(item) : factory.createOptionalTypeNode(typeOf(item))));
  const isClosed = items === undefined || items === false || maxItems <= prefixItems.length;
  const rest = items === true ? library.UNKNOWN : typeOf(items);
  const more = isClosed ? [] : [factory.createRestTypeNode(factory.createArrayTypeNode(rest))];
  return factory.createTupleTypeNode([...members, ...more]);
}
