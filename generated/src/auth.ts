// Generated from Pinterest audiences 5.14.0. Do not edit: change the document or the templates, and generate again.

import {
  clientCredentials as makeClientCredentials,
  oauth2RefreshToken as makeRefreshToken,
  type AuthProvider,
  type ClientCredentialsOptions,
  type RefreshTokenOptions,
} from "./runtime/index.js";

/**
 * For `auth`: tokens for the client itself, renewed before they end and when they are refused.
 * `tokenUrl` is the document's by default.
 */
export function clientCredentials(
  options: Omit<ClientCredentialsOptions, "tokenUrl"> & Partial<Pick<ClientCredentialsOptions, "tokenUrl">>,
): AuthProvider {
  return makeClientCredentials({
    ...options,
    tokenUrl: options.tokenUrl ?? "https://api.pinterest.com/v5/oauth/token",
  });
}

/**
 * For `auth`: tokens for a user, by a refresh token, renewed before they end and when they are refused.
 * `tokenUrl` is the document's by default.
 */
export function oauth2RefreshToken(
  options: Omit<RefreshTokenOptions, "tokenUrl"> & Partial<Pick<RefreshTokenOptions, "tokenUrl">>,
): AuthProvider {
  return makeRefreshToken({ ...options, tokenUrl: options.tokenUrl ?? "https://api.pinterest.com/v5/oauth/token" });
}
