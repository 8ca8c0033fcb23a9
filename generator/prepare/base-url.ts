import type { OpenApiDocument } from "../openapi";

/** The first server with its variables at their defaults; a relative one is no base for a package that runs anywhere. */
export function baseUrlOf(document: Pick<OpenApiDocument, "servers">): string | undefined {
  const server = document.servers?.[0];
  if (server === undefined) return undefined;
  const url = server.url.replace(/\{([^{}]+)\}/g, (whole, name: string) => server.variables?.[name]?.default ?? whole);
  return /^https?:\/\//i.test(url) ? url.replace(/\/+$/, "") : undefined;
}
