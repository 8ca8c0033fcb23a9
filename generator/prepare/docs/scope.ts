import type { ResolvedOperation } from "../operations";
import type { Scope } from "../scope";
import type { ExampleContext } from "./operation-examples";
import { exampleCredentials } from "./security";
import { anyServer, ownServer } from "./servers";

/** What all pages of a run share. */
export interface DocsScope extends Scope {
  readonly packageName: string;
  /** The first server with its defaults; `undefined` where there is none that is absolute. */
  readonly baseUrl: string | undefined;
  readonly schemeAnchors: ReadonlyMap<string, string>;
  /** Where each operation is on its page, by operationId. */
  readonly anchors: ReadonlyMap<string, string>;
  /** The signature's types, by operationId. */
  readonly returnTypes: ReadonlyMap<string, string>;
}

/** `client.audiences.create` */
export function callOf({ names }: DocsScope, { tag, operationId }: ResolvedOperation): string {
  return `client.${names.tags.get(tag)!.namespace}.${names.operations.get(operationId)!.methodName}`;
}

/** `client.audiences.create(args: AudiencesCreateArgs, options?: CallOptions): Promise<Audience>` */
export function signatureOf(scope: DocsScope, operation: ResolvedOperation): string {
  const { argsName } = scope.names.operations.get(operation.operationId)!;
  const { parameters, requestBody } = operation;
  const isRequired = parameters.some(({ required }) => required === true) || requestBody?.value.required === true;
  const returnType = scope.returnTypes.get(operation.operationId)!;
  return `${callOf(scope, operation)}(args${isRequired ? "" : "?"}: ${argsName}, options?: CallOptions): ${returnType}`;
}

/** What every example of an operation begins with. */
export function exampleContext(scope: DocsScope, operation: ResolvedOperation): ExampleContext {
  return {
    packageName: scope.packageName,
    operationId: operation.operationId,
    call: callOf(scope, operation),
    credentials: exampleCredentials(scope.document, operation.security),
    baseUrl: ownServer(operation.operation) ?? (scope.baseUrl === undefined ? anyServer : undefined),
  };
}
