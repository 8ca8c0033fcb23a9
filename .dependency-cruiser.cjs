/** Who may import whom: the borders between the rooms (generator/README.md), as sentences. */
/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "generator-knows-nobody",
      comment: "The generator imports itself and its dependencies.",
      severity: "error",
      from: { path: "^generator/" },
      to: { path: "^(scripts|test|templates|generated|spec)/" },
    },
    {
      name: "templates-know-nobody",
      severity: "error",
      from: { path: "^templates/" },
      to: { path: "^(generator|scripts|test|generated|spec)/" },
    },
    {
      name: "generated-stands-alone",
      comment: "The package imports itself and openapi-fetch.",
      severity: "error",
      from: { path: "^generated/src/" },
      to: { pathNot: "^(generated/src/|node_modules/openapi-fetch/)" },
    },
    {
      name: "openapi-fetch-in-one-place",
      severity: "error",
      from: { path: "^templates/static/", pathNot: "^templates/static/src/runtime/openapi-fetch\\.ts$" },
      to: { path: "openapi-fetch/" },
    },
    {
      name: "openapi-typescript-in-one-room",
      severity: "error",
      from: { path: "^generator/", pathNot: "^generator/types/" },
      to: { path: "openapi-typescript" },
    },
    {
      name: "only-load-emit-and-render-touch-the-disk",
      severity: "error",
      from: { path: "^generator/(check|normalize|types|prepare|format)/" },
      to: { path: "^(node:)?fs" },
    },
    {
      name: "tests-use-the-package-by-its-name",
      severity: "error",
      from: { path: "^test/" },
      to: { path: "^generated/(src|dist)/", dependencyTypes: ["local"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/|^test/.*fixtures/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
  },
};
