import type { ApiError, ClientError } from "./errors.js";

/** A 2xx answer. */
export interface Success<Status extends number, Data> {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  readonly response: Response;
}

/** An answer that is not 2xx. `error` is what the throwing call throws. */
export interface Failure<Status extends number, Body> {
  readonly ok: false;
  readonly status: Status;
  readonly error: ApiError<Status, Body>;
  readonly response: Response;
}

/**
 * No answer, or none that can be understood: a wrong argument, no connection, the caller's abort, a body that is not what its
 * content type says (then `response` is there).
 */
export interface NoAnswer {
  readonly ok: false;
  readonly status: undefined;
  readonly error: ClientError;
  readonly response: Response | undefined;
}
