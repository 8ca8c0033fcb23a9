import { existsSync } from "node:fs";
import { join } from "node:path";
import { diff } from "../../generator/diff";
import { root } from "../support/command";

jest.setTimeout(60_000);

const folder = join(root, "..", "shared", "corpus", "audiences");
const isThere = existsSync(folder);

/**
 * The real history, step by step: what semantic versioning asks for, and every finding above a text or an example. Written by hand
 * from what is known of each release (facts of the audiences API, §5; the numbers are its rows), not from what the tool says.
 */
const table: readonly [from: string, to: string, bump: string, findings: readonly string[]][] = [
  // 1: seven of eleven query parameters go, and the type that one of them had. 2: limits. 3: x-sandbox changes its type: nothing.
  [
    "5.5.0",
    "5.6.0",
    "major",
    [
      ...[
        "audience_ids",
        "audience_type",
        "audience_types",
        "flatten_rule",
        "order_by",
        "search_query",
        "start_index",
      ].map((name) => `major parameter-removed audiences/list ${name}`),
      "major type-removed GetAudiencesOrderBy",
      ...["list", "create", "get", "update"].map((name) => `major limit-narrowed audiences/${name} ad_account_id`),
      ...["get", "update"].map((name) => `major limit-narrowed audiences/${name} audience_id`),
      "minor limit-widened audiences/list page_size",
    ],
  ],
  // 4
  ["5.6.0", "5.7.0", "major", ["major parameter-removed audiences/list entity_statuses"]],
  // 5
  [
    "5.7.0",
    "5.8.0",
    "minor",
    [
      "minor operation-added audiences/create_custom",
      ...["AudienceCreateCustomRequest", "AudienceDataParty", "AudienceSharingType"].map(
        (name) => `minor type-added ${name}`,
      ),
    ],
  ],
  // The contact's address alone.
  ["5.8.0", "5.9.0", "none", []],
  // Two blanks, and the order of paths and schemas.
  ["5.9.0", "5.10.0", "none", []],
  // 6: responses have a plain string there.
  ["5.10.0", "5.11.0", "minor", ["minor value-added AudienceType"]],
  // 7: the other half of it, a shared parameter that moves, is nothing. 8: an example.
  ["5.11.0", "5.12.0", "minor", ["minor parameter-added audiences/list ownership_type"]],
  // 9: nothing; the description of ObjectiveType is rewritten.
  ["5.12.0", "5.13.0", "patch", []],
  // 10: breaking for closed decoders; these enums are open.
  [
    "5.13.0",
    "5.14.0",
    "minor",
    ["minor value-added Currency", "minor value-added Currency", "minor value-added ObjectiveType"],
  ],
  // 11, 12; 13 means the same.
  [
    "5.14.0",
    "5.15.0",
    "minor",
    [
      "minor property-added Audience created_by_company_name",
      "minor security-widened audiences/get",
      "minor security-widened audiences/list",
    ],
  ],
  // 14
  ["5.15.0", "5.16.0", "major", ["major value-removed ObjectiveType", "major value-removed ObjectiveType"]],
  // Two blanks.
  ["5.16.0", "5.17.0", "none", []],
  // The version alone.
  ["5.17.0", "5.18.0", "none", []],
  // 15; the order of keys in 82 objects is nothing.
  [
    "5.18.0",
    "5.20.0",
    "major",
    [
      "major operation-removed audiences/create_custom",
      ...["AudienceCreateCustomRequest", "AudienceDataParty", "AudienceSharingType"].map(
        (name) => `major type-removed ${name}`,
      ),
    ],
  ],
  // Currency loses its example.
  ["5.20.0", "5.21.0", "patch", []],
  // 16: what had no name gets one.
  [
    "5.21.0",
    "5.22.0",
    "major",
    [
      "major request-body-became-required audiences/update body",
      "minor type-added EventData",
      "minor type-added LineItem",
    ],
  ],
  // The version alone.
  ["5.22.0", "5.23.0", "none", []],
];

(isThere ? describe : describe.skip)("the real history of the audiences document (../shared/corpus/audiences)", () => {
  it.each(table)("%s → %s: %s", async (from, to, bump, findings) => {
    const { signal } = new AbortController();
    const found = await diff({ old: `${from}.json`, new: `${to}.json`, cwd: folder, signal });
    const said = found.findings
      .filter(({ severity }) => severity !== "patch")
      .map(({ severity, code, subject, member }) =>
        [severity, code, subject.name, member].filter((word) => word !== "").join(" "),
      );
    expect(said.sort()).toEqual([...findings].sort());
    expect(found.bump).toBe(bump);
    if (bump === "none") expect(found.findings).toEqual([]);
  });
});
