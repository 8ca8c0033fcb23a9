import { checkAliasMap } from "./aliases";

/** The keys of a configuration file, which are also flags; each says what is wrong with a value, or nothing. */
export const keys = {
  spec: { check: notEmpty },
  out: { check: notEmpty },
  name: { check: packageName },
  version: { check: semanticVersion },
  engine: { check: engine },
} as const;

/** Keys that only a file can have, for they hold more than a word. */
export const fileKeys = {
  aliases: { check: checkAliasMap },
} as const;

export type FileKey = keyof typeof fileKeys;
export type ConfigurationKey = keyof typeof keys;

function notEmpty(value: string): string | undefined {
  return value.trim() === "" ? "must not be empty" : undefined;
}

/** The names that npm takes for a new package (package.json, `name`). */
function packageName(value: string): string | undefined {
  if (/^(@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/.test(value) && value.length <= 214) return undefined;
  return `${JSON.stringify(value)} can't be the name of a package: small letters, digits, - . _ ~, at most 214, maybe below a @scope/`;
}

/** Semantic Versioning 2.0.0, §2, §9 and §10. */
function semanticVersion(value: string): string | undefined {
  const number = "(0|[1-9]\\d*)";
  const identifiers = "[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*";
  const pattern = new RegExp(`^${number}\\.${number}\\.${number}(-${identifiers})?(\\+${identifiers})?$`);
  return pattern.test(value) ? undefined : `${JSON.stringify(value)} is not a semantic version, such as 1.2.3`;
}

function engine(value: string): string | undefined {
  const engines = ["auto", "openapi-generator", "mustache"];
  return engines.includes(value) ? undefined : `must be one of ${engines.join(", ")}`;
}
