// Generated from Pinterest audiences 5.14.0. Do not edit: change the document or the templates, and generate again.

import { packageInformation } from "./package-information.js";
import { makeTransport, type ClientOptions, type Transport } from "./runtime/index.js";

/** What the functions of `./functions` send their requests through: one base URL, one set of credentials. */
export function createTransport(options: ClientOptions = {}): Transport {
  return makeTransport({ ...packageInformation, baseUrl: "https://api.pinterest.com/v5" }, options);
}
