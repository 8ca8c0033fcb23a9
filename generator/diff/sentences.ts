/** What a sentence may name. Code is in backticks already. */
export interface Words {
  /** The subject: `client.audiences.list`, `AudienceRule`. */
  readonly subject: string;
  /** The changed thing: the member with its subject, or the subject alone. */
  readonly thing: string;
  /** The member alone. */
  readonly member: string;
  readonly before: string;
  readonly after: string;
}

type Sentence = (words: Words) => readonly [message: string, advice: string];

/** Every code there is, with what is said: the change in a consumer's words, and what to do. */
export const sentences = {
  "operation-added": ({ subject }) => [`${subject} is new`, "Nothing to do."],
  "operation-removed": ({ subject }) => [`${subject} is gone`, "Stop calling it before you upgrade."],
  "operation-renamed": ({ before, after }) => [`${before} is now called ${after}`, "Rename the calls."],
  "operation-aliased": ({ before, after }) => [
    `${before} is now called ${after}, and the old name is deprecated`,
    "Rename the calls before it goes.",
  ],
  "operation-moved": ({ subject, before, after }) => [
    `${subject} is sent to ${after} instead of ${before}`,
    "Change calls through `client.raw`; all others stay as they are.",
  ],
  "operation-deprecated": ({ subject }) => [`${subject} is deprecated`, "Plan to do without it."],
  "operation-undeprecated": ({ subject }) => [`${subject} is no longer deprecated`, "Nothing to do."],
  "parameter-added": ({ subject, member }) => [`${subject} also takes ${member}`, "Nothing to do."],
  "required-parameter-added": ({ subject, member }) => [`${subject} needs ${member}`, "Give it in every call."],
  "parameter-removed": ({ subject, member }) => [`${subject} no longer takes ${member}`, "Leave it out."],
  "parameter-became-required": ({ subject, member }) => [`${subject} needs ${member} now`, "Give it in every call."],
  "parameter-became-optional": ({ subject, member }) => [`${subject} does without ${member} now`, "Nothing to do."],
  "parameter-moved": ({ thing, before, after }) => [
    `${thing} is sent in the ${after}, not in the ${before}`,
    "Change calls through `client.raw`; all others stay as they are.",
  ],
  "request-body-added": ({ subject }) => [`${subject} also takes a body`, "Nothing to do."],
  "required-request-body-added": ({ subject }) => [`${subject} needs a body`, "Give `body` in every call."],
  "request-body-removed": ({ subject }) => [`${subject} no longer takes a body`, "Leave `body` out."],
  "request-body-became-required": ({ subject }) => [`${subject} needs its body now`, "Give `body` in every call."],
  "request-body-became-optional": ({ subject }) => [`${subject} does without a body now`, "Nothing to do."],
  "property-added": ({ subject, member }) => [`${subject} has ${member} now`, "Nothing to do."],
  "required-property-added": ({ subject, member }) => [
    `${subject} has ${member} now, and it is required`,
    "Give it wherever you make one.",
  ],
  "property-removed": ({ subject, member }) => [`${subject} no longer has ${member}`, "Neither read nor send it."],
  "property-became-required": ({ thing }) => [`${thing} is required now`, "Give it wherever you make one."],
  "property-became-optional": ({ thing }) => [`${thing} may be missing now`, "Handle its absence where you read it."],
  "became-nullable": ({ thing }) => [`${thing} may be null now`, "Handle null where you read it."],
  "became-not-nullable": ({ thing }) => [`${thing} can't be null any more`, "Send a value, or leave it out."],
  "type-narrowed": ({ thing, before, after }) => [
    `${thing} takes less: ${after} instead of ${before}`,
    "Look at the values that you send.",
  ],
  "type-widened": ({ thing, before, after }) => [
    `${thing} may be more: ${after} instead of ${before}`,
    "Handle the new values where you read it.",
  ],
  "type-changed": ({ thing, before, after }) => [
    `${thing} is ${after} instead of ${before}`,
    "Change the code that makes or reads it.",
  ],
  "value-added": ({ thing, after }) => [`${thing} may also be ${after}`, "Nothing to do, unless you list all values."],
  "value-removed": ({ thing, before }) => [`${thing} can't be ${before} any more`, "Do not send it."],
  "values-listed": ({ thing, after }) => [
    `the values of ${thing} are listed now: ${after}`,
    "See whether yours are among them.",
  ],
  "values-unlisted": ({ thing }) => [`${thing} may be any value now`, "Handle values that you do not know."],
  "limit-narrowed": ({ thing, before, after }) => [
    `${thing} has a narrower limit: ${after}, before ${before}`,
    "Keep what you send within it.",
  ],
  "limit-widened": ({ thing, before, after }) => [
    `${thing} has a wider limit: ${after}, before ${before}`,
    "Nothing to do.",
  ],
  "default-changed": ({ thing, before, after }) => [
    `the server takes ${after} for ${thing} when it is left out, before ${before}`,
    "Give it where you rely on the old default.",
  ],
  "format-changed": ({ thing, before, after }) => [
    `${thing} has the format ${after}, before ${before}`,
    "See whether your values have it.",
  ],
  "access-changed": ({ thing, before, after }) => [
    `${thing} is ${after} now, before ${before}`,
    "Send it only where it may be sent.",
  ],
  "serialization-changed": ({ thing, before, after }) => [
    `${thing} is written as ${after} on the wire, before as ${before}`,
    "Nothing to do: the client writes it.",
  ],
  deprecated: ({ thing }) => [`${thing} is deprecated`, "Plan to do without it."],
  undeprecated: ({ thing }) => [`${thing} is no longer deprecated`, "Nothing to do."],
  "response-added": ({ subject, member }) => [
    `${subject} may be answered with ${member}`,
    "Handle it where you tell results apart by status.",
  ],
  "response-removed": ({ subject, member }) => [
    `${subject} is no longer said to be answered with ${member}`,
    "Remove the code that waits for it.",
  ],
  "response-header-added": ({ subject, member }) => [
    `answers of ${subject} are said to have the header ${member}`,
    "Nothing to do.",
  ],
  "response-header-removed": ({ subject, member }) => [
    `answers of ${subject} are no longer said to have the header ${member}`,
    "Do not rely on it.",
  ],
  "media-type-added": ({ thing, after }) => [`${thing} may be ${after}`, "Nothing to do."],
  "media-type-removed": ({ thing, before }) => [
    `${thing} is no longer said to be ${before}`,
    "See whether you rely on it.",
  ],
  "pagination-added": ({ subject }) => [`${subject} can be iterated page by page`, "Nothing to do."],
  "pagination-removed": ({ subject }) => [`${subject} can't be iterated any more`, "Await it instead of iterating."],
  "pagination-changed": ({ subject, before, after }) => [
    `${subject} finds its next page by ${after}, before by ${before}`,
    "Nothing to do: the client follows it.",
  ],
  "security-narrowed": ({ subject, before, after }) => [
    `${subject} needs ${after}, before ${before}`,
    "Get a token that has it.",
  ],
  "security-widened": ({ subject, before, after }) => [
    `${subject} is content with ${after}, before ${before}`,
    "Nothing to do.",
  ],
  "security-scheme-changed": ({ thing, before, after }) => [
    `${thing} is ${after}, before ${before}`,
    "See how you get your tokens.",
  ],
  "base-url-changed": ({ before, after }) => [
    `requests go to ${after} instead of ${before}`,
    "Look at proxies, allow-lists and mocks, or give `baseUrl`.",
  ],
  "rate-limit-changed": ({ subject, before, after }) => [
    `${subject} counts towards the limit ${after}, before ${before}`,
    "Nothing to do in code.",
  ],
  "description-changed": ({ thing }) => [`the description of ${thing} changed`, "Read it."],
  "example-changed": ({ thing }) => [`the example of ${thing} changed`, "Nothing to do."],
  "type-added": ({ subject }) => [`the type ${subject} is new`, "Nothing to do."],
  "type-removed": ({ subject }) => [`the type ${subject} is gone`, "Do not import it."],
  "type-renamed": ({ before, after }) => [`the type ${before} is now called ${after}`, "Rename the imports."],
  "type-aliased": ({ before, after }) => [
    `the type ${before} is now called ${after}, and the old name is deprecated`,
    "Rename the imports before it goes.",
  ],
  "export-added": ({ subject }) => [`the package also exports ${subject}`, "Nothing to do."],
  "export-removed": ({ subject }) => [`the package no longer exports ${subject}`, "Do not import it."],
  "export-changed": ({ subject }) => [`${subject} has another type`, "Compile what uses it."],
} as const satisfies Readonly<Record<string, Sentence>>;

export type FindingCode = keyof typeof sentences;
