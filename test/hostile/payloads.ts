/** The code that every payload tries to run: it leaves a mark that the judge looks for. */
const mark = "globalThis.__PWNED__=1";

/** Texts on one line, each of which breaks out of some kind of place in which a careless generator pastes it. */
export const linePayloads: readonly string[] = [
  `'+(${mark})+'`,
  `"+(${mark})+"`,
  `\`+(${mark})+\``,
  `\${${mark}}`,
  `*/;${mark};/*`,
  `\\';${mark};//`,
  `\\";${mark};//`,
  `']:1,[${mark}]:'`,
  `(${mark})`,
  `];${mark};[`,
  `x\\`,
  `{{#lambda}}{{${mark}}}{{/lambda}}{{{${mark}}}}{{> header}}`,
  `<%= ${mark} %>\${{ ${mark} }}#{${mark}}`,
  `<script>${mark}</script>`,
  `"><img src=x onerror="${mark}">`,
  `<svg/onload=${mark}><a href=javascript:${mark}>x</a>`,
  `[x](javascript:${mark}) [y](<javascript:${mark}>) ![z](data:text/html,${mark}) <javascript:${mark}>`,
  `| </td></table><script>${mark}</script> |`,
  "` <script>" + mark + "</script> ` ``",
  `&lt;script&gt;${mark}&lt;/script&gt; \\<script>${mark}\\</script>`,
  `../../../PWNED`,
  `__proto__`,
  `constructor`,
  `@ts-nocheck /// <reference path="x" /> //# sourceMappingURL=data:x`,
  `{@link x} @deprecated @internal`,
  `'; rm -rf / # $(${mark}) && exit`,
];

/** Texts that no name may hold, for they show nothing or go on to another line. */
export const hiddenPayloads: readonly string[] = [
  `a\n${mark};\n//`,
  `a\r\n${mark};`,
  `a\u2028${mark};\u2029//`,
  `a\u202e${mark}\u2066`,
  `a\u200b\ufeff\u200f`,
  `a\u0000\u0007\u001b[31m\u0085`,
  `\ud800 \udfff`,
];

/** Markdown on several lines. */
export const blockPayloads: readonly string[] = [
  "```\n</code></pre><script>" + mark + "</script>\n```",
  "    <script>" + mark + "</script>\n\ntext\n\n~~~html\n<script>" + mark + "</script>",
  `[x]: javascript:${mark}\n\n[x] and [y][x]`,
  `<div>\n<script>\n${mark}\n</script>\n</div>\n\n<!--\n--><script>${mark}</script>`,
  `# h\n\n---\n\n| a |\n| - |\n| <script>${mark}</script> |\n\n> <img src=x onerror=${mark}>\n\n- <b onclick=${mark}>x`,
  `<?php ${mark} ?>\n<![CDATA[<script>${mark}</script>]]>\n<!X ${mark}>`,
  `//# sourceMappingURL=x\n/// <reference path="x" />\n// @ts-nocheck\n#!/bin/sh`,
  `- a\n  \`\`\`html\n  <script>${mark}</script>\n  \`\`\`\n\n> - b\n>\n>       <script>${mark}</script>\n>\n>   <p>c<br>d</p>`,
  `| a | b |\n| --- | --- |\n| \`<script>\\|${mark}</script>\` | x<br>\`<script>|${mark}</script>\` |`,
  `![a][x] ![\`<script>][y] [\`<script>${mark}</script>\` \`\`]\n\n[x]: https://example.com\n[y]: javascript:${mark}`,
  `<p>[x](javascript:${mark}) <code>\`<script>${mark}</script></code> &lt;script&gt;${mark}&lt;/script&gt;</p>\n\n<code>\n\n<script>${mark}</script>`,
  "`a\n<script>" + mark + "</script>`\n\\\n<script\n>" + mark + "</script\n>",
];
