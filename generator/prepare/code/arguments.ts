import { block } from "../docs/description";
import { propertyKey, stringLiteral } from "../encode";
import { isJsonMediaType, schemaName } from "../operations";
import type { ResolvedOperation } from "../operations";
import type { ArgumentCode } from "../view";
import type { Parameter } from "../../openapi";
import { argumentNames } from "./argument-names";
import { docComment } from "./comment";
import { contentKind, schemaType, type TypeScope } from "./types";

/** The members of an operation's arguments: its parameters in document order, then `body`. */
export function prepareArguments(operation: ResolvedOperation, scope: TypeScope): ArgumentCode[] {
  const names = argumentNames(operation.parameters);
  const parameters = operation.parameters.map((parameter) => {
    const comment = docComment({
      paragraphs: [block(parameter.description) || undefined],
      isDeprecated: parameter.deprecated === true,
    });
    return {
      key: propertyKey(names.get(parameter)!),
      isOptional: parameter.required !== true,
      type: parameterType(parameter, operation, scope),
      hasComment: comment.length > 0,
      comment,
    };
  });
  return [...parameters, ...bodyArgument(operation, scope)];
}

/** A parameter described by `content` is given as the value that its media type encodes (Parameter Object, `content`). */
function parameterType(parameter: Parameter, operation: ResolvedOperation, scope: TypeScope): string {
  if (parameter.content !== undefined)
    return schemaType(Object.values(parameter.content)[0]?.schema, scope) ?? "unknown";
  const isLocationOptional =
    parameter.in !== "path" &&
    !operation.parameters.some((other) => other.in === parameter.in && other.required === true);
  const location = `${scope.operationType}["parameters"][${stringLiteral(parameter.in)}]`;
  return `${isLocationOptional ? `NonNullable<${location}>` : location}[${stringLiteral(parameter.name)}]`;
}

function bodyArgument(operation: ResolvedOperation, scope: TypeScope): ArgumentCode[] {
  const { requestBody } = operation;
  if (requestBody?.mediaType === undefined) return [];
  return [
    {
      key: "body",
      isOptional: requestBody.value.required !== true,
      type: bodyType(requestBody.mediaType, operation, scope),
      hasComment: true,
      comment: docComment({
        paragraphs: [block(requestBody.value.description) || `The request body, sent as \`${requestBody.mediaType}\`.`],
      }),
    },
  ];
}

/** Structured bodies have their schema's type; text is a string; anything else is bytes as the caller has them. */
function bodyType(mediaType: string, { requestBody }: ResolvedOperation, scope: TypeScope): string {
  const isForm = /^(multipart\/|application\/x-www-form-urlencoded)/i.test(mediaType);
  if (!isJsonMediaType(mediaType) && !isForm) return contentKind(mediaType) === "text" ? "string" : "BinaryBody";
  const schema = requestBody?.value.content[mediaType]?.schema;
  if (schemaName(schema) !== undefined) return schemaType(schema, scope)!;
  return `NonNullable<${scope.operationType}["requestBody"]>["content"][${stringLiteral(mediaType)}]`;
}
