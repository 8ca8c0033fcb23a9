import type { ResolvedOperation } from "../operations";
import { stringLiteral } from "../encode";
import { block } from "./description";
import { text } from "./markdown";
import { callExample, constructorLines, exampleArguments, pageLoopExample, safeExample } from "./operation-examples";
import { callLines, codeExample } from "./code-example";
import { guideExamples } from "./guide-examples";
import { indexLine } from "./machine-index";
import { rateLimits } from "./rate-limits";
import { exampleContext, type DocsScope } from "./scope";
import { serverLines } from "./servers";
import { securitySchemeDocs } from "./security";
import type { PackageDocs } from "./view";

/** The index's and the README's own facts and examples. */
export function packageDocs(
  scope: DocsScope,
  operations: readonly ResolvedOperation[],
  version: string,
  links: ReadonlyMap<string, string>,
): PackageDocs {
  const { document, packageName, baseUrl } = scope;
  const first = firstOperation(operations);
  const paged = operations.find(({ operation }) => operation["x-pagination"] !== undefined);
  const schemes = securitySchemeDocs(document);
  const limits = rateLimits(operations, links);
  const servers = serverLines(document);
  return {
    name: text(packageName),
    version: text(version),
    specTitle: text(document.info.title),
    specVersion: text(document.info.version),
    indexHead: indexLine({
      name: packageName,
      version,
      title: document.info.title,
      specVersion: document.info.version,
      baseUrl: baseUrl ?? null,
    }),
    description: block(document.info.description),
    baseUrl: baseUrl ?? false,
    hasServers: servers.length > 0,
    servers,
    installLine: `npm install ${packageName}`,
    packageFolder: packageName,
    quickStart: callExample(exampleContext(scope, first), argumentsOf(scope, first)),
    hasSchemas: Object.keys(document.components?.schemas ?? {}).length > 0,
    hasPages: paged !== undefined,
    pageLoop: paged !== undefined && pageLoopExample(exampleContext(scope, paged), argumentsOf(scope, paged)),
    safeExample: safeExample(exampleContext(scope, first), argumentsOf(scope, first)),
    functionExample: codeExample(functionExample(scope, first)),
    hasSecuritySchemes: schemes.length > 0,
    securitySchemes: schemes,
    hasRateLimits: limits.length > 0,
    rateLimits: limits,
    guides: guideExamples(scope, first, paged),
  };
}

/** The operation that shows the package best: one that reads a single thing, else one that reads, else the first. */
function firstOperation(operations: readonly ResolvedOperation[]): ResolvedOperation {
  const reads = operations.filter(({ method }) => method === "get");
  const isSingle = ({ operation, path }: ResolvedOperation): boolean =>
    operation["x-pagination"] === undefined && path.endsWith("}");
  return reads.find(isSingle) ?? reads[0] ?? operations[0]!;
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
    ...constructorLines("const transport = createTransport", exampleContext(scope, operation)),
    ...call,
    "console.log(data);",
  ];
}
