/** What the published package holds, from its root. */
export const packedFiles = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "codegen.lock.json",
  "dist",
  "docs",
  "openapi.json",
  "package.json",
];
