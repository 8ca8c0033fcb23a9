/**
 * What the page *AudiencesApi* of Pinterest's generated Python client tells its reader, written down by hand from that page, never
 * from our document. Where ours says it otherwise, the reason stands beside it.
 */
export const baseUrl = "https://api.pinterest.com/v5";
export const securityScheme = "pinterest_oauth2";

interface SeedParameter {
  readonly name: string;
  /** `str` is a string, `int` a number; a type of its own is a schema with a page. */
  readonly type: "str" | "int" | { readonly schema: string };
  readonly description: string;
  readonly isOptional?: true;
  readonly default?: string;
}

export interface SeedOperation {
  readonly id: string;
  readonly route: string;
  readonly summary: string;
  /** Its sentences. */
  readonly description: readonly string[];
  readonly parameters: readonly SeedParameter[];
  /** The seed types the list as any JSON value; its imports name Paginated and Audience. */
  readonly returns: string;
  readonly contentType: string;
  readonly accept: string;
  /** The seed prints `default` as 0. */
  readonly responses: readonly (readonly [status: string, description: string])[];
  readonly schemas: readonly string[];
}

const adAccountId: SeedParameter = {
  name: "ad_account_id",
  type: "str",
  description: "Unique identifier of an ad account.",
};
const audienceId: SeedParameter = {
  name: "audience_id",
  type: "str",
  description: "Unique identifier of an audience",
};

export const operations: readonly SeedOperation[] = [
  {
    id: "audiences_create",
    route: "POST /ad_accounts/{ad_account_id}/audiences",
    summary: "Create audience",
    description: [
      "Create an audience you can use in targeting for specific ad groups.",
      "Targeting combines customer information with the ways users interact with Pinterest to help you reach specific groups of users; you can include or exclude specific audience_ids when you create an ad group.",
      "For more, see [Audience targeting](https://help.pinterest.com/en/business/article/audience-targeting).",
    ],
    parameters: [
      adAccountId,
      {
        name: "audience_create_request",
        type: { schema: "AudienceCreateRequest" },
        // A mistake of the source: ours quotes it, and says that it is one.
        description: "List of ads to create, size limit [1, 30]",
      },
    ],
    returns: "Audience",
    contentType: "application/json",
    accept: "application/json",
    responses: [
      ["200", "Success"],
      ["default", "Unexpected error"],
    ],
    schemas: ["Error", "AudienceCreateRequest", "Audience"],
  },
  {
    id: "audiences_create_custom",
    route: "POST /ad_accounts/{ad_account_id}/audiences/custom",
    summary: "Create custom audience",
    description: ["Create a custom audience and find the audiences you want your ads to reach."],
    parameters: [
      adAccountId,
      {
        name: "audience_create_custom_request",
        type: { schema: "AudienceCreateCustomRequest" },
        description: "Custom audience to create.",
      },
    ],
    returns: "Audience",
    contentType: "application/json",
    accept: "application/json",
    responses: [
      ["200", "Success"],
      ["default", "Unexpected error"],
    ],
    schemas: ["Error", "AudienceCreateCustomRequest", "Audience"],
  },
  {
    id: "audiences_get",
    route: "GET /ad_accounts/{ad_account_id}/audiences/{audience_id}",
    summary: "Get audience",
    description: ["Get a specific audience given the audience ID."],
    parameters: [adAccountId, audienceId],
    returns: "Audience",
    contentType: "Not defined",
    accept: "application/json",
    responses: [
      ["200", "Success"],
      ["404", "Audience not found."],
      ["default", "Unexpected error."],
    ],
    schemas: ["Error", "Audience"],
  },
  {
    id: "audiences_list",
    route: "GET /ad_accounts/{ad_account_id}/audiences",
    summary: "List audiences",
    description: ["Get list of audiences for the ad account."],
    parameters: [
      adAccountId,
      {
        name: "bookmark",
        type: "str",
        description: "Cursor used to fetch the next page of items",
        isOptional: true,
      },
      {
        name: "order",
        type: "str",
        description:
          "The order in which to sort the items returned: “ASCENDING” or “DESCENDING” by ID. For received audiences, it is sorted by sharing event time. Note that higher-value IDs are associated with more-recently added items.",
        isOptional: true,
      },
      {
        name: "page_size",
        type: "int",
        // The link leads somewhere from here.
        description:
          "Maximum number of items to include in a single page of the response. See documentation on [Pagination](https://developers.pinterest.com/docs/reference/pagination/) for more information.",
        isOptional: true,
        default: "25",
      },
      {
        name: "ownership_type",
        type: "str",
        description: "Filter audiences by ownership type.",
        isOptional: true,
        default: '"OWNED"',
      },
    ],
    returns: "AudiencePage",
    contentType: "Not defined",
    accept: "application/json",
    responses: [
      ["200", "Success"],
      ["400", "Invalid ad account audience parameters."],
      ["default", "Unexpected error"],
    ],
    schemas: ["Error", "Paginated", "Audience"],
  },
  {
    id: "audiences_update",
    route: "PATCH /ad_accounts/{ad_account_id}/audiences/{audience_id}",
    summary: "Update audience",
    description: ["Update (edit or remove) an existing targeting audience."],
    parameters: [
      adAccountId,
      audienceId,
      {
        name: "audience_update_request",
        type: { schema: "AudienceUpdateRequest" },
        description: "The audience to be updated.",
        isOptional: true,
      },
    ],
    returns: "Audience",
    contentType: "application/json",
    accept: "application/json",
    responses: [
      ["200", "Success"],
      ["default", "Unexpected error"],
    ],
    schemas: ["Error", "AudienceUpdateRequest", "Audience"],
  },
];
