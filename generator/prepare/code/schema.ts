import { block } from "../docs/description";
import { stringLiteral } from "../encode";
import type { Scope } from "../scope";
import type { SchemaCode } from "../view";
import type { Schema } from "../../openapi";
import { prepareTypeAliases } from "./aliases";
import { docComment } from "./comment";
import { schemaSurface } from "./surface";

/** The exported type of one schema: a name for what openapi-typescript made of it. */
export function prepareSchema(scope: Scope, key: string, schema: Schema): SchemaCode {
  const { names } = scope;
  const { title, description, deprecated } = typeof schema === "boolean" ? {} : schema;
  return {
    typeName: names.schemas.get(key)!.typeName,
    keyLiteral: stringLiteral(key),
    comment: docComment({
      paragraphs: [block(description ?? title) || `The schema \`${key}\`.`],
      isDeprecated: deprecated === true,
    }),
    aliases: prepareTypeAliases(key, names),
    surface: schemaSurface(schema, names.schemas.get(key)!.typeName, scope),
  };
}
