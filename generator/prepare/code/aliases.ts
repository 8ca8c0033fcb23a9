import type { Names } from "../names";
import type { ResolvedOperation } from "../operations";
import type { OperationAliasCode, TypeAliasCode } from "../view";

/** The old names under which an operation can still be called. */
export function prepareAliases({ operationId, tag }: ResolvedOperation, names: Names): OperationAliasCode[] {
  const { functionName, safeFunctionName, argsName, resultName, methodName } = names.operations.get(operationId)!;
  const { apiName, safeApiName } = names.tags.get(tag)!;
  const now = { functionName, safeFunctionName, argsName, resultName, methodName, apiName, safeApiName };
  return names.aliases
    .filter(({ is }) => is === operationId)
    .map(({ was, until }) => ({ ...names.operations.get(was)!, until, now }));
}

/** The old names of a schema's type. */
export function prepareTypeAliases(key: string, names: Names): TypeAliasCode[] {
  const nowName = names.schemas.get(key)!.typeName;
  return names.aliases
    .filter(({ is, was }) => is === key && names.aliasTypes.has(was))
    .map(({ was, until }) => ({ aliasName: names.aliasTypes.get(was)!, nowName, until }));
}
