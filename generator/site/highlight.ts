/** The part of highlight.js that is used: its own declarations bring a browser's globals into every file of ours. */
interface Highlighter {
  registerLanguage(name: string, grammar: unknown): void;
  highlight(code: string, options: { readonly language: string }): { readonly value: string };
}

const hljs = require("highlight.js/lib/core") as Highlighter;

hljs.registerLanguage("ts", require("highlight.js/lib/languages/typescript"));
hljs.registerLanguage("json", require("highlight.js/lib/languages/json"));
hljs.registerLanguage("sh", require("highlight.js/lib/languages/bash"));

/** Blocks come again in the pages of a document: each is coloured once. */
const known = new Map<string, string>();

/** Colours the blocks of code of a sanitized page: what stands in them is escaped text, and so is what comes out, but for the spans. */
export function highlight(html: string): string {
  return html.replace(
    /(<code class="language-(ts|json|sh)">)([^<]*)/g,
    (_, open: string, language: string, escaped: string) => {
      const key = `${language} ${escaped}`;
      const coloured = known.get(key) ?? hljs.highlight(textOf(escaped), { language }).value;
      known.set(key, coloured);
      return open + coloured;
    },
  );
}

/** The text that the sanitizer escaped. */
function textOf(escaped: string): string {
  return escaped.replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof entities) => entities[name]);
}

const entities = { lt: "<", gt: ">", quot: '"', amp: "&" } as const;
