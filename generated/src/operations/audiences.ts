// Generated from Pinterest audiences 5.14.0. Do not edit: change the document or the templates, and generate again.

import type { operations } from "../openapi.js";
import {
  call,
  callSafe,
  encodeJson,
  page,
  readJson,
  type CallOptions,
  type Failure,
  type NoAnswer,
  type Operation,
  type OtherStatus,
  type PagePromise,
  type Success,
  type Transport,
} from "../runtime/index.js";
import type * as schemas from "../schemas.js";

const audiencesListOperation: Operation = {
  id: "audiences_list",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/audiences",
  parameters: [
    { name: "ad_account_id", in: "path" },
    { name: "bookmark", in: "query" },
    { name: "order", in: "query" },
    { name: "page_size", in: "query" },
    { name: "ownership_type", in: "query" },
  ],
  pagination: { parameter: "bookmark", items: "items", next: "bookmark" },
  read: readJson,
};

/** What `audiencesList` takes. */
export interface AudiencesListArgs {
  /**
   * Unique identifier of an ad account.
   */
  ad_account_id: operations["audiences_list"]["parameters"]["path"]["ad_account_id"];
  /**
   * Cursor used to fetch the next page of items
   */
  bookmark?: NonNullable<operations["audiences_list"]["parameters"]["query"]>["bookmark"] | undefined;
  /**
   * The order in which to sort the items returned: “ASCENDING” or “DESCENDING” by ID. For received audiences, it is sorted
   * by sharing event time. Note that higher-value IDs are associated with more-recently added items.
   */
  order?: NonNullable<operations["audiences_list"]["parameters"]["query"]>["order"] | undefined;
  /**
   * Maximum number of items to include in a single page of the response. See documentation on
   * [Pagination](https://developers.pinterest.com/docs/reference/pagination/) for more information.
   */
  page_size?: NonNullable<operations["audiences_list"]["parameters"]["query"]>["page_size"] | undefined;
  /**
   * Filter audiences by ownership type.
   */
  ownership_type?: NonNullable<operations["audiences_list"]["parameters"]["query"]>["ownership_type"] | undefined;
}

/** What `audiencesListSafe` resolves to: a member for each status, told apart by `ok` and `status`. */
export type AudiencesListResult =
  | Success<200, schemas.AudiencePage>
  | Failure<400, schemas.Error>
  | Failure<OtherStatus<400>, schemas.Error>
  | NoAnswer;

/**
 * List audiences
 *
 * Get list of audiences for the ad account.
 *
 * `GET /ad_accounts/{ad_account_id}/audiences` · needs `ads:read` · rate limit `ads_read`
 */
export function audiencesList(
  transport: Transport,
  args: AudiencesListArgs,
  options?: CallOptions,
): PagePromise<schemas.AudiencePage, schemas.Audience> {
  return page(transport, audiencesListOperation, args, options);
}

/** `audiencesList`, but it never rejects: an error is a result. */
export function audiencesListSafe(
  transport: Transport,
  args: AudiencesListArgs,
  options?: CallOptions,
): Promise<AudiencesListResult> {
  return callSafe(transport, audiencesListOperation, args, options);
}

const audiencesCreateOperation: Operation = {
  id: "audiences_create",
  method: "POST",
  path: "/ad_accounts/{ad_account_id}/audiences",
  parameters: [{ name: "ad_account_id", in: "path" }],
  body: { mediaType: "application/json", encode: encodeJson },
  read: readJson,
};

/** What `audiencesCreate` takes. */
export interface AudiencesCreateArgs {
  /**
   * Unique identifier of an ad account.
   */
  ad_account_id: operations["audiences_create"]["parameters"]["path"]["ad_account_id"];
  /**
   * The audience to create, one in a request. The source describes it as "List of ads to create, size limit [1, 30]",
   * which belongs to another operation.
   */
  body: schemas.AudienceCreateRequest;
}

/** What `audiencesCreateSafe` resolves to: a member for each status, told apart by `ok` and `status`. */
export type AudiencesCreateResult = Success<200, schemas.Audience> | Failure<OtherStatus, schemas.Error> | NoAnswer;

/**
 * Create audience
 *
 * Create an audience you can use in targeting for specific ad groups. Targeting combines customer information with the
 * ways users interact with Pinterest to help you reach specific groups of users; you can include or exclude specific
 * audience_ids when you create an ad group.
 *
 * For more, see [Audience targeting](https://help.pinterest.com/en/business/article/audience-targeting).
 *
 * `POST /ad_accounts/{ad_account_id}/audiences` · needs `ads:write` · rate limit `ads_write`
 */
export function audiencesCreate(
  transport: Transport,
  args: AudiencesCreateArgs,
  options?: CallOptions,
): Promise<schemas.Audience> {
  return call(transport, audiencesCreateOperation, args, options);
}

/** `audiencesCreate`, but it never rejects: an error is a result. */
export function audiencesCreateSafe(
  transport: Transport,
  args: AudiencesCreateArgs,
  options?: CallOptions,
): Promise<AudiencesCreateResult> {
  return callSafe(transport, audiencesCreateOperation, args, options);
}

const audiencesCreateCustomOperation: Operation = {
  id: "audiences_create_custom",
  method: "POST",
  path: "/ad_accounts/{ad_account_id}/audiences/custom",
  parameters: [{ name: "ad_account_id", in: "path" }],
  body: { mediaType: "application/json", encode: encodeJson },
  read: readJson,
};

/** What `audiencesCreateCustom` takes. */
export interface AudiencesCreateCustomArgs {
  /**
   * Unique identifier of an ad account.
   */
  ad_account_id: operations["audiences_create_custom"]["parameters"]["path"]["ad_account_id"];
  /**
   * Custom audience to create.
   */
  body: schemas.AudienceCreateCustomRequest;
}

/** What `audiencesCreateCustomSafe` resolves to: a member for each status, told apart by `ok` and `status`. */
export type AudiencesCreateCustomResult =
  Success<200, schemas.Audience> | Failure<OtherStatus, schemas.Error> | NoAnswer;

/**
 * Create custom audience
 *
 * Create a custom audience and find the audiences you want your ads to reach.
 *
 * `POST /ad_accounts/{ad_account_id}/audiences/custom` · needs `ads:write` · rate limit `ads_write`
 */
export function audiencesCreateCustom(
  transport: Transport,
  args: AudiencesCreateCustomArgs,
  options?: CallOptions,
): Promise<schemas.Audience> {
  return call(transport, audiencesCreateCustomOperation, args, options);
}

/** `audiencesCreateCustom`, but it never rejects: an error is a result. */
export function audiencesCreateCustomSafe(
  transport: Transport,
  args: AudiencesCreateCustomArgs,
  options?: CallOptions,
): Promise<AudiencesCreateCustomResult> {
  return callSafe(transport, audiencesCreateCustomOperation, args, options);
}

const audiencesGetOperation: Operation = {
  id: "audiences_get",
  method: "GET",
  path: "/ad_accounts/{ad_account_id}/audiences/{audience_id}",
  parameters: [
    { name: "ad_account_id", in: "path" },
    { name: "audience_id", in: "path" },
  ],
  read: readJson,
};

/** What `audiencesGet` takes. */
export interface AudiencesGetArgs {
  /**
   * Unique identifier of an ad account.
   */
  ad_account_id: operations["audiences_get"]["parameters"]["path"]["ad_account_id"];
  /**
   * Unique identifier of an audience
   */
  audience_id: operations["audiences_get"]["parameters"]["path"]["audience_id"];
}

/** What `audiencesGetSafe` resolves to: a member for each status, told apart by `ok` and `status`. */
export type AudiencesGetResult =
  Success<200, schemas.Audience> | Failure<404, schemas.Error> | Failure<OtherStatus<404>, schemas.Error> | NoAnswer;

/**
 * Get audience
 *
 * Get a specific audience given the audience ID.
 *
 * `GET /ad_accounts/{ad_account_id}/audiences/{audience_id}` · needs `ads:read` · rate limit `ads_read`
 */
export function audiencesGet(
  transport: Transport,
  args: AudiencesGetArgs,
  options?: CallOptions,
): Promise<schemas.Audience> {
  return call(transport, audiencesGetOperation, args, options);
}

/** `audiencesGet`, but it never rejects: an error is a result. */
export function audiencesGetSafe(
  transport: Transport,
  args: AudiencesGetArgs,
  options?: CallOptions,
): Promise<AudiencesGetResult> {
  return callSafe(transport, audiencesGetOperation, args, options);
}

const audiencesUpdateOperation: Operation = {
  id: "audiences_update",
  method: "PATCH",
  path: "/ad_accounts/{ad_account_id}/audiences/{audience_id}",
  parameters: [
    { name: "ad_account_id", in: "path" },
    { name: "audience_id", in: "path" },
  ],
  body: { mediaType: "application/json", encode: encodeJson },
  read: readJson,
};

/** What `audiencesUpdate` takes. */
export interface AudiencesUpdateArgs {
  /**
   * Unique identifier of an ad account.
   */
  ad_account_id: operations["audiences_update"]["parameters"]["path"]["ad_account_id"];
  /**
   * Unique identifier of an audience
   */
  audience_id: operations["audiences_update"]["parameters"]["path"]["audience_id"];
  /**
   * The audience to be updated.
   */
  body?: schemas.AudienceUpdateRequest | undefined;
}

/** What `audiencesUpdateSafe` resolves to: a member for each status, told apart by `ok` and `status`. */
export type AudiencesUpdateResult = Success<200, schemas.Audience> | Failure<OtherStatus, schemas.Error> | NoAnswer;

/**
 * Update audience
 *
 * Update (edit or remove) an existing targeting audience.
 *
 * `PATCH /ad_accounts/{ad_account_id}/audiences/{audience_id}` · needs `ads:write` · rate limit `ads_write`
 */
export function audiencesUpdate(
  transport: Transport,
  args: AudiencesUpdateArgs,
  options?: CallOptions,
): Promise<schemas.Audience> {
  return call(transport, audiencesUpdateOperation, args, options);
}

/** `audiencesUpdate`, but it never rejects: an error is a result. */
export function audiencesUpdateSafe(
  transport: Transport,
  args: AudiencesUpdateArgs,
  options?: CallOptions,
): Promise<AudiencesUpdateResult> {
  return callSafe(transport, audiencesUpdateOperation, args, options);
}
