/** What a value is not, in words; or nothing, where it is. */
type Check = (value: unknown) => string | undefined;

/** A list of strings, each of them `what`. */
export function isListOf(what: string): Check {
  return (value) => (isTexts(value) ? undefined : `must be a list, each item ${what}`);
}

const selectors = ["tags", "paths", "operations"];

/** `{ tags: [things], paths: ["/things*"], operations: [things_list] }` */
export function selection(value: unknown): string | undefined {
  const entries = entriesOf(value);
  if (entries === undefined || entries.length === 0) return `must be an object with ${selectors.join(", ")}`;
  const unknown = entries.find(([key]) => !selectors.includes(key));
  if (unknown !== undefined) return `has no ${JSON.stringify(unknown[0])}: only ${selectors.join(", ")}`;
  const wrong = entries.find(([, member]) => !isTexts(member));
  return wrong === undefined ? undefined : `needs a list of strings for ${wrong[0]}`;
}

const ruleKeys = ["operations", "parameter", "items", "next"];

/** A list of `{ operations: ["*_list"], parameter: bookmark, items: items, next: bookmark }`. */
export function pagination(value: unknown): string | undefined {
  const isRule = (rule: unknown): boolean => {
    const entries = entriesOf(rule) ?? [];
    const isComplete = entries.length === ruleKeys.length && entries.every(([key]) => ruleKeys.includes(key));
    return isComplete && entries.every(([key, member]) => (key === "operations" ? isTexts(member) : isText(member)));
  };
  if (Array.isArray(value) && value.every(isRule)) return undefined;
  return "must be a list of rules: { operations: […], parameter: …, items: …, next: … }";
}

function entriesOf(value: unknown): [string, unknown][] | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
