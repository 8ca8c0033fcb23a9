import { AuthError, InvalidArgumentError } from "./errors.js";

/** A token, or a function that gives one; it is called for every attempt. */
export type AccessToken = string | (() => string | Promise<string>);

/** Gives tokens, and new ones for those that were refused. */
export interface AuthProvider {
  /** `refused`: the token that the API has just answered with 401; then another, if there is one. */
  getToken(context: { readonly refused?: string | undefined }): string | Promise<string>;
}

/** The token for one request. `refused`: see `AuthProvider`. */
export type Credentials = (refused?: string) => Promise<string>;

/** Where a client's tokens come from; `undefined`: it has none. Throws an `InvalidArgumentError`. */
export function credentialsOf(
  accessToken: AccessToken | undefined,
  auth: AuthProvider | undefined,
): Credentials | undefined {
  if (!auth && accessToken === undefined) return undefined;
  if (auth && accessToken !== undefined) throw new InvalidArgumentError("auth", "excludes accessToken");
  if (typeof accessToken === "string") checkToken(accessToken);
  return async (refused) => {
    try {
      return checkToken(
        await (auth ? auth.getToken({ refused }) : typeof accessToken === "function" ? accessToken() : accessToken),
      );
    } catch (cause) {
      if (InvalidArgumentError.is(cause)) throw cause;
      // Calls that wait for the same token get an error each.
      throw AuthError.is(cause) ? new AuthError(cause.message, cause) : new AuthError("has no token", { cause });
    }
  };
}

/** A token that can stand in a header (RFC 6750, 2.1). The message does not repeat it. */
export function checkToken(token: unknown, name = "accessToken"): string {
  if (typeof token === "string" && /^[!-~]+$/.test(token)) return token;
  throw new InvalidArgumentError(name, "must be visible ASCII");
}
