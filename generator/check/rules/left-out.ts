import type { Rule } from "..";
import type { MediaType, OpenApiDocument, Operation, Referable, RequestBody } from "../../openapi";
import { isReference } from "../../openapi";
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
  forEachOperation(document, (operation, tokens) => {
    const body = [...tokens, "requestBody"];
    found.push(...callbacks(operation, tokens), ...headersOfParts(document, operation.requestBody, body));
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
