import type { Rule } from "..";
import { bodilessMethods, forbiddenMethods, isReference } from "../../openapi";
import type { MediaType, Method, OpenApiDocument, Operation, PathItem, Referable, RequestBody } from "../../openapi";
import { ownServers } from "../../own-servers";
import { partHeaders } from "../../part-headers";
import { leadsDeep } from "../../references";
import { isBasic, securitySchemes, takesToken } from "../../security-schemes";
import { forEachOperation } from "../operations";
import { forEachReference } from "./references";

interface LeftOut {
  readonly tokens: readonly string[];
  readonly message: string;
  readonly hint?: string;
}

/** What the document holds and the client does not. Said, so that nobody looks for it. */
export const noticeLeftOut: Rule = (document, findings) => {
  const found = [...webhooks(document), ...schemes(document), ...sharedBodies(document), ...mappings(document)];
  forEachOperation(document, (operation, tokens, pathItem) => {
    found.push(...unsendable(operation, tokens), ...callbacks(operation, tokens));
    found.push(...servers(document, operation, pathItem, tokens));
    found.push(...headersOfParts(document, operation.requestBody, [...tokens, "requestBody"]));
  });
  for (const { tokens, ...said } of found)
    findings.add(tokens, { code: "left-out", severity: "notice", at: "key", ...said });
};

function webhooks(document: OpenApiDocument): LeftOut[] {
  return Object.keys(document.webhooks ?? {}).map((name) => ({
    tokens: ["webhooks", name],
    message: `the webhook ${JSON.stringify(name)} is left out: a client does not receive`,
  }));
}

function unsendable({ requestBody }: Operation, tokens: readonly [string, string, Method]): LeftOut[] {
  const method = tokens[2];
  if (forbiddenMethods.has(method))
    return [{ tokens, message: `the operation is left out: \`fetch\` refuses ${method.toUpperCase()}` }];
  if (requestBody === undefined || !bodilessMethods.has(method)) return [];
  const message = `the request body is left out: \`fetch\` sends none with ${method.toUpperCase()}`;
  return [{ tokens: [...tokens, "requestBody"], message }];
}

/** Of an operation, or of all of its path: only the document's are those of `baseUrl`. */
function servers(
  document: OpenApiDocument,
  operation: Operation,
  pathItem: PathItem,
  tokens: readonly string[],
): LeftOut[] {
  const own = ownServers(document, operation, pathItem);
  if (own === undefined) return [];
  const message = `the operation has a server of its own, ${own[0].url}, and is called below \`baseUrl\` as all others are`;
  return [{ tokens, message, hint: "Call it by a client with that `baseUrl`." }];
}

function callbacks(operation: Operation, tokens: readonly string[]): LeftOut[] {
  return Object.keys(operation.callbacks ?? {}).map((name) => ({
    tokens: [...tokens, "callbacks", name],
    message: `the callback ${JSON.stringify(name)} is left out: a client does not receive`,
  }));
}

function schemes(document: OpenApiDocument): LeftOut[] {
  return [...securitySchemes(document)]
    .filter(([, scheme]) => scheme.type === "http" && !isBasic(scheme) && !takesToken(scheme))
    .map(([name, { scheme = "" }]) => ({
      tokens: ["components", "securitySchemes", name],
      message: `the client has no option for the HTTP scheme ${JSON.stringify(scheme)}`,
      hint: "A caller gives it as a header, or by a fetch that adds it.",
    }));
}

/** Only a component is an alternative with a name. */
function mappings(document: OpenApiDocument): LeftOut[] {
  const found: LeftOut[] = [];
  forEachReference(document, (tokens, reference) => {
    if (tokens.at(-1) === "$ref" || !leadsDeep(reference as string)) return;
    const message = `the mapping of ${JSON.stringify(tokens.at(-1))} is left out: it leads to no component`;
    found.push({ tokens: tokens.map(String), message, hint: "Put the schema into `components`." });
  });
  return found;
}

/** Of a request body that operations share, said where it stands. */
function sharedBodies(document: OpenApiDocument): LeftOut[] {
  return Object.entries(document.components?.requestBodies ?? {}).flatMap(([name, body]) =>
    headersOfParts(document, body, ["components", "requestBodies", name]),
  );
}

function headersOfParts(
  document: OpenApiDocument,
  body: Referable<RequestBody> | undefined,
  tokens: readonly string[],
): LeftOut[] {
  if (body === undefined || isReference(body)) return [];
  const parts = Object.entries<MediaType>(body.content)
    .filter(([mediaType]) => /^multipart\//i.test(mediaType))
    .flatMap(([mediaType, { encoding = {} }]) =>
      Object.entries(encoding).map(([part, own]) => [mediaType, part, own] as const),
    );
  return parts.flatMap(([mediaType, part, own]) =>
    partHeaders(document, own)
      .filter(([, text]) => text === undefined)
      .map(([name]) => ({
        tokens: [...tokens, "content", mediaType, "encoding", part, "headers", name],
        message: `the header ${JSON.stringify(name)} of the part ${JSON.stringify(part)} is left out: it has no one value`,
        hint: "Give its schema a const, or an enum of one value.",
      })),
  );
}
