import type { Output } from "./engine";

/** Which template makes which file (templates/README.md has the same table with what each reads). */
export const outputs: readonly Omit<Output, "text">[] = [
  perPackage("client/auth", "src/auth.ts"),
  perPackage("client/client", "src/client.ts"),
  perPackage("client/functions", "src/functions.ts"),
  perPackage("client/index", "src/index.ts"),
  perPackage("client/package-information", "src/package-information.ts"),
  perPackage("client/schemas", "src/schemas.ts"),
  perPackage("client/transport", "src/transport.ts"),
  { template: "client/operations", per: "tag", stem: "fileStem", path: "src/operations/{stem}.ts" },
  perPackage("package/package", "package.json"),
  perPackage("package/README", "README.md"),
  perPackage("package/surface", "surface.md"),
  perPackage("docs/index", "docs/README.md"),
  perPackage("docs/machine-index", "docs/index.json"),
  perPackage("docs/llms", "docs/llms.txt"),
  ...["getting-started", "authorisation", "pagination", "errors-and-retries", "testing", "upgrading"].map((guide) =>
    perPackage(`guides/${guide}`, `docs/guides/${guide}.md`),
  ),
  { template: "docs/api", per: "tag", stem: "pageStem", path: "docs/{stem}.md" },
  { template: "docs/schema", per: "schema", stem: "pageStem", path: "docs/schemas/{stem}.md" },
];

function perPackage(template: string, path: string): Omit<Output, "text"> {
  return { template, per: "package", stem: "pageStem", path };
}
