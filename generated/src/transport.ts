// Generated from Pinterest audiences 5.14.0. Do not edit: change the document or the templates, and generate again.

import { makeTransport, type ClientOptions, type Transport } from "./runtime/index.js";

export type { ClientOptions } from "./runtime/index.js";

/** What every request says of who sends it. */
const userAgent = "pinterest-audiences/0.1.0 (spec 5.14.0)";

/** What the functions of `./functions` send their requests through: one base URL, one set of credentials. */
export function createTransport(options: ClientOptions = {}): Transport {
  return makeTransport({ userAgent, baseUrl: "https://api.pinterest.com/v5" }, options);
}
