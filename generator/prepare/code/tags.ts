import { block } from "../docs/description";
import { stringLiteral } from "../encode";
import type { Names } from "../names";
import type { ResolvedOperation } from "../operations";
import type { OperationCode, TagCode } from "../view";
import type { OpenApiDocument } from "../../openapi";
import { docComment } from "./comment";
import { tagImports, typesOf, usesOperations, usesSchemas } from "./imports";

/**
 * Puts what belongs to a whole tag on its first operation, and marks its last: an engine shows a template only operations.
 * Expects the operations of a tag beside each other.
 */
export function markTags(
  document: OpenApiDocument,
  operations: readonly ResolvedOperation[],
  codes: readonly OperationCode[],
  names: Names,
): OperationCode[] {
  return codes.map((code, index) => {
    const tag = operations[index]!.tag;
    const isFirst = operations[index - 1]?.tag !== tag;
    const isLast = operations[index + 1]?.tag !== tag;
    const ofTag = () => codes.filter((_, other) => operations[other]!.tag === tag);
    return {
      ...code,
      opensTag: isFirst && tagCode(document, tag, ofTag(), names),
      closesTag: isLast && { fileLiteral: stringLiteral(`./operations/${names.tags.get(tag)!.fileStem}.js`) },
    };
  });
}

function tagCode(document: OpenApiDocument, tag: string, operations: readonly OperationCode[], names: Names): TagCode {
  const { namespace, apiName, safeApiName } = names.tags.get(tag)!;
  const types = typesOf(operations);
  const description = document.tags?.find(({ name }) => name === tag)?.description;
  return {
    namespace,
    apiName,
    safeApiName,
    comment: docComment({ paragraphs: [block(description) || `The operations of the tag \`${tag}\`.`] }),
    usesSchemas: usesSchemas(types),
    usesOperations: usesOperations(types),
    imports: tagImports(operations),
  };
}
