import type { Difference, Differences } from "../oracle/comparison";
import { compare, faultsOf } from "../oracle/judge";
import { both, requiredOfAudience } from "../oracle/known-differences";
import { withShared } from "./shared";

jest.setTimeout(300_000);

/** Of a part that has only `required`, openapi-typescript makes one that takes any property. */
const anyProperty = (place: string): Difference => ({ [`${place}.[string]`]: "never" });

/** Properties that a request requires of a part of its allOf that another part describes. */
function requiredOf(place: string, schema: string, names: string): Difference {
  const type = (name: string): string => `Exclude<components["schemas"]["${schema}"]["${name}"], undefined>`;
  return Object.fromEntries(names.split(" ").map((name) => [`${place}.${name}`, type(name)]));
}

const adGroup = (place: string): Difference => requiredOf(place, "AdGroupCommon", "billable_event campaign_id name");
const ad = (place: string): Difference => ({
  ...requiredOf(place, "AdCommon", "ad_group_id creative_type"),
  ...requiredOf(place, "AdPinId", "pin_id"),
  ...anyProperty(place),
});
const campaign = (place: string): Difference => ({
  ...requiredOf(place, "CampaignId", "id"),
  ...requiredOf(place, "CampaignCreateCommon", "ad_account_id"),
});
const newCampaign = (place: string): Difference => requiredOf(place, "CampaignCreateCommon", "name ad_account_id");
const shared = requiredOf("body", "SharedAudienceCommon", "audience_id operation_type");

/** Of allOf with one part that is a union with a discriminator, openapi-typescript leaves out the property that tells, and the union with it. */
const media = (path: string): Difference => ({ [`${path}media?`]: 'components["schemas"]["PinMedia"]' });

const found = (schema: string): Difference => ({
  items: `(Record<string, unknown> & Amended<components["schemas"]["${schema}"], { "media?": components["schemas"]["PinMedia"] }>)[]`,
});

const differences: Differences = {
  // Unions that are told apart.
  ...both("pins/get", "200", media("")),
  ...both("pins/update", "200", media("")),
  ...both("pins/save", "201", media("")),
  ...both("pins/create", "200", media("")),
  "pins/create 201": media(""),
  ...both("pins/list", "200", media("items.")),
  ...both("search_user_pins/list", "200", found("Pin")),
  ...both("search_partner_pins", "200", found("SummaryPin")),
  ...both("items/post", "200", media("items.pins.")),
  // What a part of allOf requires.
  "ad_groups/create arguments": adGroup("body"),
  "ads/create arguments": ad("body"),
  "audiences/create arguments": requiredOfAudience("body"),
  "bulk_upsert/create arguments": {
    ...adGroup("body.create.ad_groups"),
    ...ad("body.create.ads"),
    ...newCampaign("body.create.campaigns"),
    ...campaign("body.update.campaigns"),
  },
  "campaigns/create arguments": newCampaign("body"),
  "campaigns/update arguments": campaign("body"),
  "lead_forms/create arguments": requiredOf(
    "body",
    "LeadFormCommon",
    "name questions privacy_policy_link has_accepted_terms completion_message",
  ),
  "promotions/create arguments": {
    ...requiredOf("body", "PromotionCommon", "promotion_title promotion_type"),
    ...anyProperty("body"),
  },
  "ssio_insertion_order/create arguments": requiredOf(
    "body",
    "SSIOInsertionOrderCommon",
    `start_date po_number media_contact_firstname media_contact_lastname media_contact_email
     billing_contact_firstname billing_contact_lastname billing_contact_email`.replaceAll(/\s+/g, " "),
  ),
  "update_ad_account_to_ad_account_shared_audience arguments": shared,
  "update_ad_account_to_business_shared_audience arguments": shared,
  "update_business_to_ad_account_shared_audience arguments": shared,
  "update_business_to_business_shared_audience arguments": shared,
  // readOnly.
  "board_sections/create arguments": { "body.id": "never" },
  "board_sections/update arguments": { "body.id": "never" },
};

withShared("the full Pinterest document: the types of every operation are openapi-typescript's", () => {
  /** With the two options that are set otherwise than openapi-typescript has them: in a document of this size they are in every other type. */
  const options = { defaultNonNullable: false, emptyObjectsUnknown: true };

  it("all 231, but for what is known", async () => {
    const compared = await compare("../shared/corpus/pinterest-full.json", { differences }, options);
    expect(compared.operations).toBe(231);
    expect(faultsOf(new Map([["full", compared]]))["full"]).toEqual([]);
  });
});
