import type { Options } from "prettier";

/** The one style of generated code. No configuration is looked up, so a user's own changes nothing. */
export const style = {
  printWidth: 120,
  tabWidth: 2,
  useTabs: false,
  semi: true,
  singleQuote: false,
  quoteProps: "as-needed",
  trailingComma: "all",
  endOfLine: "lf",
} as const satisfies Options;
