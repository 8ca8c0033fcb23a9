import type { TypeNode } from "typescript";
import { openEnumKey } from "./document-for-types";
import type { OpenapiTypescript } from "./library";

/** The schemas that openapi-typescript shall not decide on: open enums, and bytes. `undefined`: it decides. */
export function typeOfSchema(schema: object, library: OpenapiTypescript): TypeNode | undefined {
  const marked = schema as { [openEnumKey]?: unknown[]; type?: unknown; format?: unknown; nullable?: unknown };
  if (marked[openEnumKey] !== undefined) return openEnum(marked[openEnumKey], library);
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
