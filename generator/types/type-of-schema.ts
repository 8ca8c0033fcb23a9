import type { TransformNodeOptions } from "openapi-typescript" with { "resolution-mode": "import" };
import type { TypeNode } from "typescript";
import type { SchemaObject } from "../openapi";
import { openEnumKey } from "./document-for-types";
import type { OpenapiTypescript } from "./library";
import { tuple } from "./tuple";

/** The schemas that openapi-typescript shall not decide on: open enums, tuples, and bytes. `undefined`: it decides. */
export function typeOfSchema(
  schema: object,
  options: TransformNodeOptions,
  library: OpenapiTypescript,
): TypeNode | undefined {
  const marked = schema as { [openEnumKey]?: unknown[]; type?: unknown; format?: unknown; nullable?: unknown };
  if (marked[openEnumKey] !== undefined) return openEnum(marked[openEnumKey], library);
  if (marked.type === "array" && "prefixItems" in schema) return tuple(schema as SchemaObject, options, library);
  if (marked.type !== "string" || marked.format !== "binary") return undefined;
  const { factory } = require("typescript") as typeof import("typescript");
  const blob = factory.createTypeReferenceNode("Blob");
  return marked.nullable === true ? library.tsUnion([blob, library.NULL]) : blob;
}

/**
 * `"A" | "B" | (string & Record<never, never>)`: known values complete in an editor, and a value that a later release adds still fits. Not `{}`, of
 * which TypeScript makes `string` wherever it meets another type: in `allOf`, in `NonNullable`.
 */
function openEnum(values: readonly unknown[], library: OpenapiTypescript): TypeNode {
  const { factory } = require("typescript") as typeof import("typescript");
  const known = values.filter((value) => value !== null);
  const widened = known.some((value) => typeof value === "number") ? library.NUMBER : library.STRING;
  const open = library.tsIntersection([widened, library.tsRecord(library.NEVER, library.NEVER)]);
  return library.tsUnion([
    ...known.map((value) => library.tsLiteral(value)),
    factory.createParenthesizedType(open),
    ...(values.includes(null) ? [library.NULL] : []),
  ]);
}
