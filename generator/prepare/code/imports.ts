import type { ClientImports, OperationCode } from "../view";
import { functionsNamed } from "./descriptors";

/** What the file of one tag imports from the runtime. */
export function tagImports(operations: readonly OperationCode[]): string[] {
  const calls = ["call", "callSafe", "page"].filter(
    (name) => name === "callSafe" || operations.some((operation) => operation.callName === name),
  );
  const functions = functionsNamed(
    operations.flatMap((operation) => [operation.parametersLiteral, operation.bodyLiteral]),
  );
  const readers = new Set(operations.flatMap(({ reader }) => (reader === false ? [] : [reader])));
  const used = namesUsed(operations, [
    "BinaryBody",
    "Failure",
    "OtherStatus",
    "PagePromise",
    "StatusInRange",
    "Success",
  ]);
  const types = ["CallOptions", "NoAnswer", "Operation", "Transport", ...used].sort();
  return [...[...calls, ...functions, ...readers].sort(), ...types.map((name) => `type ${name}`)];
}

/** What `src/client.ts` imports: its signatures name what the functions return, the rest by the types of their arguments. */
export function clientImports(operations: readonly OperationCode[]): ClientImports {
  const returned = operations.map((operation) => operation.returnType).join("\n");
  return {
    openapi: usesOperations(returned) ? ["operations", "paths"] : ["paths"],
    runtime: [
      ...["CallOptions", "Middleware"],
      ...(/\bPagePromise</.test(returned) ? ["PagePromise"] : []),
      "RawClient",
    ],
    usesSchemas: usesSchemas(returned),
  };
}

/** Whether a text of types names an operation's type from openapi-typescript. */
export function usesOperations(types: string): boolean {
  return /\boperations\["/.test(types);
}

/** Whether a text of types names an exported schema. */
export function usesSchemas(types: string): boolean {
  return /\bschemas\./.test(types);
}

/** All types that the file of a tag prints. */
export function typesOf(operations: readonly OperationCode[]): string {
  return operations
    .flatMap((operation) => [
      operation.returnType,
      ...operation.results,
      ...operation.arguments.map(({ type }) => type),
    ])
    .join("\n");
}

function namesUsed(operations: readonly OperationCode[], names: readonly string[]): string[] {
  const types = typesOf(operations);
  return names.filter((name) => new RegExp(`\\b${name}\\b`).test(types));
}
