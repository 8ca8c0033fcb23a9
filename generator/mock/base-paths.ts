import type { OpenApiDocument } from "../openapi";

/** The paths of the document's servers, `/v5`, without the empty one; the longest first. */
export function basePathsOf(document: OpenApiDocument): string[] {
  const paths = (document.servers ?? []).map(({ url, variables = {} }) => {
    const filled = url.replace(/\{([^{}]+)\}/g, (whole, name: string) => variables[name]?.default ?? whole);
    return URL.canParse(filled, "http://127.0.0.1")
      ? new URL(filled, "http://127.0.0.1").pathname.replace(/\/+$/, "")
      : "";
  });
  return [...new Set(paths)].filter((path) => path !== "").sort((a, b) => b.length - a.length);
}

/** What a path may mean to the document: without the path of a server, or as it is. */
export function readings(path: string, basePaths: readonly string[]): string[] {
  const stripped = basePaths.filter((base) => path.startsWith(`${base}/`)).map((base) => path.slice(base.length));
  return [...stripped, path];
}
