// Generated from Pinterest audiences 5.14.0. Do not edit: change the document or the templates, and generate again.

export {
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
export { clientCredentials, oauth2RefreshToken } from "./auth.js";
export type { CallOptions, Transport } from "./runtime/index.js";
export { createTransport, type ClientOptions } from "./transport.js";
