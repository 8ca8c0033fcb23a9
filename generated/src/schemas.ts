// Generated from Pinterest audiences 5.14.0. Do not edit: change the document or the templates, and generate again.

import type { components } from "./openapi.js";

/**
 * An audience of an ad account. No field is promised to be there.
 */
export type Audience = components["schemas"]["Audience"];

/**
 * What every page of a list has.
 */
export type Paginated = components["schemas"]["Paginated"];

/**
 * A page of audiences.
 */
export type AudiencePage = components["schemas"]["AudiencePage"];

/**
 * What creating and updating an audience have in common.
 */
export type AudienceCommon = components["schemas"]["AudienceCommon"];

/**
 * An audience to create.
 */
export type AudienceCreateRequest = components["schemas"]["AudienceCreateRequest"];

/**
 * A custom audience to create.
 */
export type AudienceCreateCustomRequest = components["schemas"]["AudienceCreateCustomRequest"];

/**
 * What to change in an audience; what is left out stays.
 */
export type AudienceUpdateRequest = components["schemas"]["AudienceUpdateRequest"];

/**
 * Audience description.
 */
export type AudienceDescription = components["schemas"]["AudienceDescription"];

/**
 * What an audience is made from; case-sensitive. `CUSTOMER_LIST`: an uploaded list. `VISITOR`: events of a Pinterest tag.
 * `ENGAGEMENT`: people who engaged with Pins. `ACTALIKE`: people like those of other audiences. `PERSONA`: made by Pinterest, and
 * not through the API.
 */
export type AudienceType = components["schemas"]["AudienceType"];

/**
 * How a custom audience is shared.
 */
export type AudienceSharingType = components["schemas"]["AudienceSharingType"];

/**
 * Whose data it is. `1p` is the partner's own, `3p` a data provider's.
 */
export type AudienceDataParty = components["schemas"]["AudienceDataParty"];

/**
 * `UPDATE` edits the audience; `REMOVE` deletes it.
 */
export type AudienceUpdateOperationType = components["schemas"]["AudienceUpdateOperationType"];

/**
 * Who belongs to an audience. Which fields count depends on the type of the audience; the schema does not tie them together.
 *
 * | type | fields |
 * | --- | --- |
 * | `CUSTOMER_LIST` | `customer_list_id` |
 * | `ACTALIKE` | `seed_id`, `country`, `percentage` |
 * | `VISITOR` | `visitor_source_id`, `retention_days`, `event`, `event_data`, `event_source`, `ingestion_source`, `prefill`, `url` |
 * | `ENGAGEMENT` | `engagement_domain`, `engagement_type`, `engager_type`, `pin_id`, `campaign_id`, `ad_id`, `objective_type`, `retention_days`, `url` |
 */
export type AudienceRule = components["schemas"]["AudienceRule"];

/**
 * What the event must have said of itself. It counts only beside `event`. A partner's own keys are allowed.
 */
export type EventData = components["schemas"]["EventData"];

/**
 * One product of an order.
 */
export type LineItem = components["schemas"]["LineItem"];

/**
 * What a campaign is for.
 */
export type ObjectiveType = components["schemas"]["ObjectiveType"];

/**
 * A currency by its code of ISO 4217; `UNK` is unknown.
 */
export type Currency = components["schemas"]["Currency"];

/**
 * What every failed call is answered with. Tell failures apart by the HTTP status: `code` is Pinterest's own number, and one
 * number serves several statuses. Real answers may carry more fields.
 */
export type Error = components["schemas"]["Error"];
