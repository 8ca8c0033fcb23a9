import type { ResolvedOperation } from "../operations";
import { stringLiteral } from "../encode";
import { block } from "./description";
import { code, text } from "./markdown";
import {
  callExample,
  constructorLines,
  exampleArguments,
  isLiteral,
  pageLoopExample,
  safeExample,
  type ExampleContext,
} from "./operation-examples";
import { callLines, codeExample } from "./code-example";
import type { DocsScope } from "./operation";
import { exampleCredentials, securitySchemes } from "./security";
import type { PackageDocs } from "./view";

/** The index's and the README's own facts and examples. */
export function packageDocs(scope: DocsScope, operations: readonly ResolvedOperation[], version: string): PackageDocs {
  const { document, packageName, baseUrl } = scope;
  const first = firstOperation(operations);
  const paged = operations.find(({ operation }) => operation["x-pagination"] !== undefined);
  const schemes = securitySchemes(document);
  return {
    name: text(packageName),
    nameCode: code(packageName),
    version: text(version),
    specTitle: text(document.info.title),
    specVersion: text(document.info.version),
    description: block(document.info.description),
    baseUrl: baseUrl ?? false,
    installLine: `npm install ${packageName}`,
    quickStart: callExample(contextOf(scope, first), argumentsOf(scope, first)),
    hasSchemas: Object.keys(document.components?.schemas ?? {}).length > 0,
    hasPages: paged !== undefined,
    pageLoop: paged !== undefined && pageLoopExample(contextOf(scope, paged), argumentsOf(scope, paged)),
    safeExample: safeExample(contextOf(scope, first), argumentsOf(scope, first)),
    functionExample: codeExample(functionExample(scope, first)),
    hasSecuritySchemes: schemes.length > 0,
    securitySchemes: schemes,
  };
}

/** The operation that shows the package best: one that reads a single thing, else one that reads, else the first. */
function firstOperation(operations: readonly ResolvedOperation[]): ResolvedOperation {
  const reads = operations.filter((operation) => operation.method === "get" && isLiteral(operation));
  const isSingle = ({ operation, path }: ResolvedOperation): boolean =>
    operation["x-pagination"] === undefined && path.endsWith("}");
  return reads.find(isSingle) ?? reads[0] ?? operations[0]!;
}

function contextOf(
  { document, names, packageName, baseUrl }: DocsScope,
  { operationId, tag, security }: ResolvedOperation,
): ExampleContext {
  const call = `client.${names.tags.get(tag)!.namespace}.${names.operations.get(operationId)!.methodName}`;
  return {
    packageName,
    operationId,
    call,
    credentials: exampleCredentials(document, security),
    hasBaseUrl: baseUrl !== undefined,
  };
}

function argumentsOf({ document }: DocsScope, operation: ResolvedOperation): ReturnType<typeof exampleArguments> {
  return exampleArguments(document, operation, { onlyRequired: true });
}

function functionExample(scope: DocsScope, operation: ResolvedOperation): string[] {
  const { functionName } = scope.names.operations.get(operation.operationId)!;
  const args = argumentsOf(scope, operation);
  const call =
    args.length === 0
      ? [`const data = await ${functionName}(transport);`]
      : callLines(`const data = await ${functionName}`, args, ";", 0).map((line, index) =>
          index === 0 ? line.replace("({", "(transport, {") : line,
        );
  return [
    `import { createTransport, ${functionName} } from ${stringLiteral(`${scope.packageName}/functions`)};`,
    "",
    ...constructorLines("const transport = createTransport", contextOf(scope, operation)),
    ...call,
    "console.log(data);",
  ];
}
