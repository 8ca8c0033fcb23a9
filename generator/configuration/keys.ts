import { checkAliasMap } from "./aliases";
import { isListOf, pagination, selection } from "./shapes";

/** The keys of a configuration file; each says what is wrong with a value, or nothing. Those of `flagKeys` are flags, too. */
export const keys = {
  spec: { check: text(notEmpty) },
  out: { check: text(notEmpty) },
  name: { check: text(packageName) },
  version: { check: text(semanticVersion) },
  engine: { check: text(engine) },
  include: { check: selection },
  exclude: { check: selection },
  overlays: { check: isListOf("the path of an overlay") },
  pagination: { check: pagination },
  templates: { check: text(notEmpty) },
  aliases: { check: checkAliasMap },
} as const;

export type FlagKey = "spec" | "out" | "name" | "version" | "engine";

function text(check: (value: string) => string | undefined): (value: unknown) => string | undefined {
  return (value) => (typeof value === "string" ? check(value) : "must be a string");
}

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
