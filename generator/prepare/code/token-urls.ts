import { stringLiteral } from "../encode";
import type { PackageCode } from "../view";
import type { OAuthFlow, OpenApiDocument } from "../../openapi";
import { securitySchemes } from "../../security-schemes";

/**
 * Where a document says that tokens are to be had (OAuth Flow Object, `tokenUrl` and `refreshUrl`). One endpoint serves all grants
 * (RFC 6749, 3.2), so a flow that the document leaves out is asked for where the others are.
 */
export function tokenUrlLiterals(
  document: OpenApiDocument,
): Pick<PackageCode, "refreshTokenUrlLiteral" | "clientCredentialsUrlLiteral"> {
  const flows = [...securitySchemes(document).values()].map(({ flows: own = {} }) => own);
  const urls = (kinds: readonly (keyof (typeof flows)[number])[]): (string | undefined)[] =>
    kinds
      .flatMap((kind) => flows.map((flow) => flow[kind]))
      .map((flow: OAuthFlow | undefined) => flow?.refreshUrl ?? flow?.tokenUrl);
  const literal = (candidates: readonly (string | undefined)[]): string | false => {
    const url = candidates.find((candidate) => candidate !== undefined && /^https:\/\//i.test(candidate));
    return url !== undefined && stringLiteral(url);
  };
  return {
    refreshTokenUrlLiteral: literal(urls(["authorizationCode", "password", "clientCredentials"])),
    clientCredentialsUrlLiteral: literal(urls(["clientCredentials", "authorizationCode", "password"])),
  };
}
