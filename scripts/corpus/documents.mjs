/**
 * Documents of different houses. `package` and `file`: where npm has it; `shared`: in ../shared, where that is there. `refused`: the
 * words with which it is refused, and why that is right. `known`: operations that can't end well, and what in the document is the reason.
 */
export const documents = [
  { name: "blockfrost", package: "@blockfrost/openapi@0.1.93", file: "openapi.yaml" },
  {
    name: "digdir-dialogporten",
    package: "@digdir/dialogporten-schema@1.118.6",
    file: "swagger.verified.json",
    known: {
      V1ServiceOwnerDialogsCommandsCreate_Dialog: twoLines("Create"),
      V1ServiceOwnerDialogsCommandsUpdate_Dialog: twoLines("Update"),
    },
  },
  {
    name: "directus",
    package: "@directus/specs@15.2.0",
    file: "dist/openapi.json",
    refused: "Expected type Schema (object) but got null",
    reason: "the request body of `POST /items/{collection}` has `schema: null`, which is no Schema Object",
  },
  {
    name: "figma",
    package: "@figma/rest-api-spec@0.43.0",
    file: "openapi/openapi.yaml",
    known: { putWebhook: "the schema of its body requires `team_id`, and has no such property" },
  },
  { name: "gitbook", package: "@gitbook/api@0.202.0", file: "spec/openapi.yaml" },
  { name: "github", package: "@octokit/openapi@23.0.2", file: "generated/api.github.com.json" },
  { name: "ideal-postcodes", package: "@ideal-postcodes/openapi@4.21.0", file: "dist/openapi.json" },
  {
    name: "open-payments",
    package: "@interledger/open-payments@7.4.0",
    file: "dist/openapi/specs/auth-server.yaml",
  },
  {
    name: "open-payments-resource",
    package: "@interledger/open-payments@7.4.0",
    file: "dist/openapi/specs/resource-server.yaml",
  },
  {
    name: "pinterest",
    shared: "corpus/pinterest-full.json",
    known: {
      "oauth/token":
        "its schema has `grant_type` alone; the `code` that such a grant needs (RFC 6749, 4.1.3) is in a schema that only a discriminator names",
      "reports/stats":
        "its parameter is a `deepObject` with an object in it, for which no style says how it is written (OpenAPI 3.0.3, Style Values)",
    },
  },
  { name: "scalar-galaxy", package: "@scalar/galaxy@0.6.12", file: "dist/latest.json" },
];

export const compilers = { 5.4: "typescript@5.4.5", 5.9: "typescript@5.9.3", "7.0": "typescript@7.0.2" };

function twoLines(kind) {
  return `the example of \`url\` in \`V1ServiceOwnerDialogsCommands${kind}_GuiAction\` is two lines, and its format is \`uri\``;
}
