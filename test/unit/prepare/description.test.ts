import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { block, blockCell } from "../../../generator/prepare/docs/description";
import { isPlain } from "../../../generator/prepare/docs/plain";
import { Rewriter, type Place } from "../../../generator/prepare/docs/rewriter";

/** What a reader sees of a description: the page's Markdown, rendered without raw HTML. */
const shown = (markdown: string | false): string => new MarkdownIt().render(markdown || "").trim();
const shownInCell = (description: string): string =>
  /<tbody>\s*<tr>\s*<td>(.*)<\/td>\s*<td>end<\/td>/.exec(
    shown(`| a | b |\n| --- | --- |\n| ${blockCell(description)} | end |`),
  )?.[1] ?? "";

describe("a description as a block", () => {
  it.each<[what: string, description: string, html: RegExp]>([
    [
      "keeps code in its list item",
      "- a\n  ```js\n  x\n\n  y\n  ```\n- b",
      /<li>a<pre><code class="language-js">x\n\ny\n<\/code><\/pre>\n<\/li>\n<li>b<\/li>/,
    ],
    [
      "keeps indented code in its list item",
      "- a\n\n      x\n      y\n\nend",
      /<pre><code class="language-text">x\ny\n<\/code><\/pre>\n<\/li>\n<\/ul>\n<p>end/,
    ],
    [
      "keeps code in its quotation",
      "> a\n> ```\n> x\n> ```",
      /<blockquote>\n<p>a<\/p>\n<pre><code class="language-text">x\n<\/code><\/pre>\n<\/blockquote>/,
    ],
    [
      "keeps paragraphs of HTML in their list item",
      "- <p>a</p>\n  <p>b</p>\n- c",
      /<li>\n<p>a<\/p>\n<p>b<\/p>\n<\/li>\n<li>\n<p>c/,
    ],
    [
      "keeps a row of a table on its line",
      "| a | b |\n| - | - |\n| x<br>y | `1\\|2` |",
      /<td>x y<\/td>\n<td><code>1\|2<\/code><\/td>/,
    ],
    [
      "links an image, also by reference",
      "![a](https://e.com/a.png) ![b][r]\n\n[r]: https://e.com/b",
      /<a href="https:\/\/e.com\/a.png">a<\/a> <a href="https:\/\/e.com\/b">b<\/a><\/p>$/,
    ],
    ["takes the text of a reference that is not safe", "[a][r]\n\n[r]: javascript:b", /^<p>a<\/p>$/],
    [
      "reads Markdown between tags",
      "<div>\nUse `a`:\n\n- b\n</div>",
      /^<p>Use <code>a<\/code>:<\/p>\n<ul>\n<li>b<\/li>\n<\/ul>$/,
    ],
    [
      "shows code of HTML as it is meant",
      "<p>Use <code>a[b] &lt;T&gt; `</code></p>",
      /^<p>Use <code>a\[b\] &lt;T&gt; '<\/code><\/p>$/,
    ],
    ["shows tags without a form in Markdown", "a <T> b", /^<p>a &lt;T&gt; b<\/p>$/],
    ["shows a backtick that begins no code", "a `` b [`c` ```", /^<p>a `` b \[<code>c<\/code> ```<\/p>$/],
  ])("%s", (_, description, html) => {
    expect(shown(block(description))).toMatch(html);
  });
});

describe("a description in a cell", () => {
  it.each<[what: string, description: string, html: string]>([
    ["escapes a pipe behind an escaped backslash", "a \\\\| b", "a \\| b"],
    ["escapes no pipe twice", "a \\| b | c", "a | b | c"],
    ["escapes a pipe in code", "`a|b` `c\\|d`", "<code>a|b</code> <code>c\\|d</code>"],
    ["is one line", "a\n\n- b\n- c<br>d", "a - b - c d"],
    ["shows as code what would not be inert on one line", "[a\n\nb](javascript:c)", "<code>[a b](javascript:c)</code>"],
  ])("%s", (_, description, html) => {
    expect(shownInCell(description)).toBe(html);
  });
});

describe("a description that is taken as it is", () => {
  const pieces =
    "a|b c|`|``|`x`|[|]|(|)|[x](https://e.com/a)|[x](javascript:a)|![x](https://e.com)|<b>|<|>|\\|\\<|*|**|_|#|- |1. |> |    |\t|~~~|```|---|===|:|https://e.com|&lt;|\n|\n\n"
      .split("|")
      .concat("|", "\\|");
  const place: Place = { code: (value) => `\`${value}\``, fenced: () => "fenced", source: (source) => source };

  it("is what would have been written anew", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const source = parts.join("").trim();
        if (!isPlain(source)) return;
        taken += 1;
        expect(new Rewriter(source, place).rewrite().replace(/\s+/g, " ")).toBe(source.replace(/\s+/g, " "));
      }),
      { numRuns: 5000, seed: 1 },
    );
    expect(taken).toBeGreaterThan(500);
  });
});
