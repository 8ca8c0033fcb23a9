import { jsonLiteral, stringLiteral } from "../encode";
import { block } from "../docs/description";
import type { ResolvedOperation } from "../operations";
import type { Scope } from "../scope";
import type { OperationCode } from "../view";
import { prepareAliases } from "./aliases";
import { prepareArguments } from "./arguments";
import { docComment } from "./comment";
import { bodyLiteral, parametersLiteral } from "./descriptors";
import { acceptLiteral, readerOf } from "./reader";
import { prepareResults } from "./results";
import { securityLiteral } from "./security-schemes";
import { operationSurface } from "./surface";

/** One operation's function, its types and its descriptor; `opensTag` and `closesTag` are for `markTags`. */
export function prepareOperation(scope: Scope, resolved: ResolvedOperation): OperationCode {
  const { document, names } = scope;
  const { operation, operationId } = resolved;
  const own = names.operations.get(operationId)!;
  const types = { document, names, operationType: `operations[${stringLiteral(operationId)}]` };
  const args = prepareArguments(resolved, types);
  const results = prepareResults(resolved, types);
  const pagination = operation["x-pagination"];
  return {
    ...own,
    opensTag: false,
    closesTag: false,
    idLiteral: stringLiteral(operationId),
    methodLiteral: stringLiteral(resolved.method.toUpperCase()),
    // A fragment tells paths apart in a document, and is never sent (RFC 9110, 7.1).
    pathLiteral: stringLiteral(resolved.path.replace(/#.*/s, "")),
    parametersLiteral: parametersLiteral(document, resolved),
    bodyLiteral: bodyLiteral(document, resolved),
    paginationLiteral: pagination ? jsonLiteral({ ...pagination }) : false,
    reader: readerOf(resolved),
    acceptLiteral: acceptLiteral(resolved),
    isAnonymous: operation.security?.length === 0,
    securityLiteral: securityLiteral(document, resolved),
    hasArguments: args.length > 0,
    argsAreOptional: args.every((argument) => argument.isOptional),
    arguments: args,
    comment: operationComment(resolved),
    results: results.members,
    returnType: results.returnType,
    callName: pagination ? "page" : "call",
    aliases: prepareAliases(resolved, names),
    surface: operationSurface(resolved, results.returnType, scope),
  };
}

/** Summary, description, and one line of facts: route, scopes, rate limit. */
function operationComment({ operation, operationId, method, path, security }: ResolvedOperation): string[] {
  const scopes = [...new Set(security.flatMap((requirement) => Object.values(requirement).flat()))];
  const category = operation["x-ratelimit-category"];
  const facts = [
    `\`${method.toUpperCase()} ${path}\``,
    ...(scopes.length === 0 ? [] : [`needs ${scopes.map((scope) => `\`${scope}\``).join(", ")}`]),
    ...(typeof category === "string" ? [`rate limit \`${category}\``] : []),
  ];
  const summary = operation.summary ?? operationId;
  const description = operation.description === summary ? undefined : block(operation.description) || undefined;
  return docComment({
    paragraphs: [summary, description, facts.join(" · ")],
    isDeprecated: operation.deprecated === true,
  });
}
