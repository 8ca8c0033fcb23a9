// Generated from Pinterest audiences 5.14.0. Do not edit: change the document or the templates, and generate again.

/** Which package this is, and which release of the API its document describes. */
export const packageInformation = {
  name: "pinterest-audiences",
  version: "0.1.0",
  specVersion: "5.14.0",
} as const;
