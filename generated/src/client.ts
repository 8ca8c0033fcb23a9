// Generated from Pinterest audiences 5.14.0. Do not edit: change the document or the templates, and generate again.

import type { paths } from "./openapi.js";
import {
  audiencesList,
  audiencesListSafe,
  type AudiencesListArgs,
  type AudiencesListResult,
  audiencesCreate,
  audiencesCreateSafe,
  type AudiencesCreateArgs,
  type AudiencesCreateResult,
  audiencesCreateCustom,
  audiencesCreateCustomSafe,
  type AudiencesCreateCustomArgs,
  type AudiencesCreateCustomResult,
  audiencesGet,
  audiencesGetSafe,
  type AudiencesGetArgs,
  type AudiencesGetResult,
  audiencesUpdate,
  audiencesUpdateSafe,
  type AudiencesUpdateArgs,
  type AudiencesUpdateResult,
} from "./operations/audiences.js";
import type { CallOptions, Middleware, PagePromise, RawClient } from "./runtime/index.js";
import { makeRaw } from "./runtime/index.js";
import type * as schemas from "./schemas.js";
import { createTransport, type ClientOptions } from "./transport.js";

/**
 * View, create, or update audiences.
 */
export interface AudiencesApi {
  /**
   * List audiences
   *
   * Get list of audiences for the ad account.
   *
   * `GET /ad_accounts/{ad_account_id}/audiences` · needs `ads:read` · rate limit `ads_read`
   */
  list(args: AudiencesListArgs, options?: CallOptions): PagePromise<schemas.AudiencePage, schemas.Audience>;
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
  create(args: AudiencesCreateArgs, options?: CallOptions): Promise<schemas.Audience>;
  /**
   * Create custom audience
   *
   * Create a custom audience and find the audiences you want your ads to reach.
   *
   * `POST /ad_accounts/{ad_account_id}/audiences/custom` · needs `ads:write` · rate limit `ads_write`
   */
  createCustom(args: AudiencesCreateCustomArgs, options?: CallOptions): Promise<schemas.Audience>;
  /**
   * Get audience
   *
   * Get a specific audience given the audience ID.
   *
   * `GET /ad_accounts/{ad_account_id}/audiences/{audience_id}` · needs `ads:read` · rate limit `ads_read`
   */
  get(args: AudiencesGetArgs, options?: CallOptions): Promise<schemas.Audience>;
  /**
   * Update audience
   *
   * Update (edit or remove) an existing targeting audience.
   *
   * `PATCH /ad_accounts/{ad_account_id}/audiences/{audience_id}` · needs `ads:write` · rate limit `ads_write`
   */
  update(args: AudiencesUpdateArgs, options?: CallOptions): Promise<schemas.Audience>;
}

/** `AudiencesApi` whose methods never reject: an error is a result. */
export interface SafeAudiencesApi {
  /**
   * List audiences
   *
   * Get list of audiences for the ad account.
   *
   * `GET /ad_accounts/{ad_account_id}/audiences` · needs `ads:read` · rate limit `ads_read`
   */
  list(args: AudiencesListArgs, options?: CallOptions): Promise<AudiencesListResult>;
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
  create(args: AudiencesCreateArgs, options?: CallOptions): Promise<AudiencesCreateResult>;
  /**
   * Create custom audience
   *
   * Create a custom audience and find the audiences you want your ads to reach.
   *
   * `POST /ad_accounts/{ad_account_id}/audiences/custom` · needs `ads:write` · rate limit `ads_write`
   */
  createCustom(args: AudiencesCreateCustomArgs, options?: CallOptions): Promise<AudiencesCreateCustomResult>;
  /**
   * Get audience
   *
   * Get a specific audience given the audience ID.
   *
   * `GET /ad_accounts/{ad_account_id}/audiences/{audience_id}` · needs `ads:read` · rate limit `ads_read`
   */
  get(args: AudiencesGetArgs, options?: CallOptions): Promise<AudiencesGetResult>;
  /**
   * Update audience
   *
   * Update (edit or remove) an existing targeting audience.
   *
   * `PATCH /ad_accounts/{ad_account_id}/audiences/{audience_id}` · needs `ads:write` · rate limit `ads_write`
   */
  update(args: AudiencesUpdateArgs, options?: CallOptions): Promise<AudiencesUpdateResult>;
}

/** The calls that never reject, by tag. */
export interface SafeApis {
  readonly audiences: SafeAudiencesApi;
}

/** A client: its calls by tag, twice, and openapi-fetch's own client underneath. */
export interface Client {
  /**
   * View, create, or update audiences.
   */
  readonly audiences: AudiencesApi;
  /** The same calls, but they never reject: an error is a result. */
  readonly safe: SafeApis;
  /** openapi-fetch's client for the same document, with the same base URL, credentials, headers, retries and limits. */
  readonly raw: RawClient<paths>;
  /** Adds openapi-fetch middleware: it sees every attempt of every call, here, under `safe` and under `raw`. */
  readonly use: (...middleware: Middleware[]) => void;
}

/** Makes a client. Nothing is sent before its first call. Throws an `InvalidArgumentError` for options that can't work. */
export function createClient(options: ClientOptions = {}): Client {
  const transport = createTransport(options);
  return {
    audiences: {
      list: (args, options) => audiencesList(transport, args, options),
      create: (args, options) => audiencesCreate(transport, args, options),
      createCustom: (args, options) => audiencesCreateCustom(transport, args, options),
      get: (args, options) => audiencesGet(transport, args, options),
      update: (args, options) => audiencesUpdate(transport, args, options),
    },
    safe: {
      audiences: {
        list: (args, options) => audiencesListSafe(transport, args, options),
        create: (args, options) => audiencesCreateSafe(transport, args, options),
        createCustom: (args, options) => audiencesCreateCustomSafe(transport, args, options),
        get: (args, options) => audiencesGetSafe(transport, args, options),
        update: (args, options) => audiencesUpdateSafe(transport, args, options),
      },
    },
    raw: makeRaw<paths>(transport),
    use: transport.use,
  };
}
