// Writes the docs' part of test/REPORT.md: where each line of the seed page went, and what the tests of the docs found.
// node scripts/report-docs.mjs [seed page]
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { table, writeSection } from "./report-section.mjs";

const root = join(import.meta.dirname, "..");
const seedFile = process.argv[2] ?? join(root, "../shared/seed/AudiencesApi.txt");

if (!existsSync(seedFile)) {
  process.stderr.write(`${seedFile} is not there: name the seed page\n`);
  process.exit(4);
}
const read = (path) => readFileSync(join(root, "generated", path), "utf8");
const api = read("docs/AudiencesApi.md");
const sectionOf = (id) => api.split(/^(?=## )/m).find((part) => part.startsWith(`## ${id}\n`)) ?? "";

/**
 * Kinds of lines, and what of ours says the same. `say` is the text to be found: in the operation's section, or in `page`. `why` is
 * there for what has another form on purpose.
 */
const rules = [
  {
    is: /^All URIs are relative to (\S+)$/,
    say: ([, url]) => `All URIs are relative to <${url}>`,
    page: "docs/AudiencesApi.md",
  },
  {
    is: /^Method \| HTTP request/,
    say: () => "| operation | call | HTTP request | description |",
    page: "docs/AudiencesApi.md",
  },
  { is: /^---\|/, say: () => "| --- |", why: "a table's rule" },
  {
    is: /^(audiences_\w+) \| (\w+ \S+) \| (.+) \|$/,
    say: ([, id, route, summary]) => new RegExp(`\\[${id}\\]\\(#${id}\\) .*\`${escape(route)}\` \\| ${summary} \\|`),
    page: "docs/AudiencesApi.md",
  },
  {
    is: /^(Audience|bool, date.*) (audiences_\w+)\(/,
    say: ([, type, id]) => `client.audiences.${method(id)}(args`,
    why: "the signature, in TypeScript; the list has a type",
  },
  {
    is: /^(Create audience|Create custom audience|Get audience|List audiences|Update audience)$/,
    say: ([, summary]) => `**${summary}**`,
  },
  { is: /^- OAuth Authentication \((\w+)\):$/, say: ([, scheme]) => `- [${scheme}](README.md#${scheme}): OAuth2` },
  {
    is: /^import time$|^from pprint|^pprint\(/,
    say: () => "console.log(data);",
    why: "the result is printed; nothing to import",
  },
  { is: /^import openapi_generated|^from .*audiences_api$/, say: () => "import { createClient } from" },
  {
    is: /^from .*\.model\.\w+ import (\w+)$/,
    say: ([, name]) => `# ${name}\n`,
    page: ([, name]) => `docs/schemas/${name}.md`,
  },
  { is: /^# Defining the host|^# See configuration/, say: () => "| `baseUrl` |", page: "README.md" },
  { is: /^configuration = |^\)$|^host = /, say: () => "createClient({" },
  {
    is: /^# (The client must|in accordance|Examples for each|satisfies|Configure OAuth2)/,
    say: () => "## A token that changes",
    page: "docs/guides/authorisation.md",
  },
  { is: /^configuration\.access_token/, say: () => "accessToken: process.env.ACCESS_TOKEN" },
  {
    is: /^# Enter a context|^with openapi|^# Create an instance|^api_instance = /,
    say: () => "const client = createClient(",
  },
  { is: /^(\w+) = .* # \S+ \| (.+?)( \(optional\).*)?$/, say: ([, name, description]) => row(name, description) },
  { is: /^# example passing only required/, say: () => "With what is required:" },
  { is: /^# and optional values/, say: () => "With the optional inputs too:" },
  { is: /^try:$/, say: () => "try {" },
  { is: /^# (Create|Get|List|Update) (custom )?audiences?$/, say: () => "**", why: "the summary is above" },
  { is: /^api_response = api_instance\.(\w+)\(/, say: ([, id]) => `await client.audiences.${method(id)}(` },
  { is: /^except /, say: () => "} catch (error) {" },
  {
    is: /^print\("Exception when calling AudiencesApi->(\w+)/,
    say: ([, id]) => `console.error("${id} failed:", error);`,
  },
  { is: /^Name \| Type/, say: () => "| name | in | type | required | default | limits | example | description |" },
  { is: /^Status code \|/, say: () => "| status | description | body | response headers |" },
  {
    is: /^(\d+) \| (.+) \| - \|$/,
    say: ([, status, text]) =>
      status === "0" ? `| \`default\`, any other status | ${text} |` : `| \`${status}\` | ${text} |`,
  },
  { is: /^(\w+) \| \w+ \| (.+?) \|/, say: ([, name, description]) => row(name, description) },
  { is: /^bool, date.*none_type$/, say: () => "Returns [AudiencePage](schemas/AudiencePage.md)." },
  { is: /^Audience$/, say: () => "Returns [Audience](schemas/Audience.md)." },
  { is: /^- Content-Type: (.+)$/, say: ([, type]) => new RegExp(`^- Content-Type: \`?${escape(type)}\`?$`, "m") },
  { is: /^- Accept: (.+)$/, say: ([, type]) => `- Accept: \`${type}\`` },
  {
    is: /^\[Back to top\]/,
    say: () => /\[Back to top\][^]*\[Back to API list\][^]*\[Back to schema list\][^]*\[Back to README\]/,
  },
  {
    is: /^For more, see/,
    say: () => "For more, see [Audience targeting](https://help.pinterest.com/en/business/article/audience-targeting).",
  },
  { is: /^[A-Z].*\.$/, say: ([line]) => line },
];

function escape(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function method(id) {
  return id.replace("audiences_", "").replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}

/** A row of inputs; a body is `body` for us. */
function row(name, description) {
  const own = name.endsWith("_request") ? "body" : name;
  const text = escape(
    plain(description.replace(/<a href='([^']*)'>([^<]*)<\/a>/, "[$2](https://developers.pinterest.com$1)")),
  );
  return new RegExp(`\\| \`${own}\` \\|.*${text}`);
}

function plain(text) {
  return text.replace(/\\([_[\]])/g, "$1");
}

function flat(text) {
  return plain(text)
    .replace(/`(audience_ids)`/g, "$1")
    .replace(/(?<![|\n])\n(?![\n|#`-])/g, " ");
}

function place(line, operation) {
  for (const { is, say, page, why } of rules) {
    const match = is.exec(line);
    if (match === null) continue;
    const path = typeof page === "function" ? page(match) : (page ?? `docs/AudiencesApi.md#${operation}`);
    const text = page === undefined ? sectionOf(operation) : read(path);
    const wanted = say(match);
    const found =
      typeof wanted === "string"
        ? flat(text).includes(wanted) || text.includes(wanted)
        : wanted.test(flat(text)) || wanted.test(text);
    if (found) return `[${path}](../generated/${path})${why === undefined ? "" : `: ${why}`}`;
  }
  return "**MISSING**";
}

const ids = ["audiences_create", "audiences_create_custom", "audiences_get", "audiences_list", "audiences_update"];
let at = -1;
const rows = readFileSync(seedFile, "utf8")
  .replace(/\n$/, "")
  .split("\n")
  .map((line, index) => {
    if (/^(Audience|bool, date.*) audiences_\w+\(/.test(line)) at += 1;
    const shown = line.length > 70 ? `${line.slice(0, 69)}…` : line;
    return [index + 1, `\`\` ${shown.replaceAll("|", "\\|")} \`\``, place(line, ids[Math.max(at, 0)])];
  });
const missing = rows.filter(([, , where]) => where === "**MISSING**").length;

/** Counts by suite, of a run of the tests now. The report's own check is left out: it reads what is being written. */
function testCounts() {
  const args = [
    "jest",
    "--json",
    "test/docs/examples",
    "test/docs/checklist",
    "--testNamePattern",
    "^(?!.*report:docs)",
  ];
  const { stdout } = spawnSync("npx", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  const tests = JSON.parse(stdout).testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (pattern) => {
    const all = tests.filter(({ fullName, status }) => status !== "pending" && pattern.test(fullName));
    return `${all.filter(({ status }) => status === "passed").length} of ${all.length}`;
  };
  return [
    ["items of the checklist, without the one that reads this report", count(/^the checklist \d+/)],
    ["TypeScript programs executed, each ending as its page says", count(/ends as it says$/)],
    ["programs compiled under strict TypeScript, all in one run", count(/^TypeScript compiles/)],
    ["shell commands executed", count(/is answered$/)],
    ["JSON values that fit their schemas", count(/fits its schema$/)],
  ];
}

const counts = testCounts();
writeSection(
  "docs",
  [
    "## Docs",
    "",
    "`npm run report:docs`, on the package as it was built then.",
    "",
    table(["what", "passed"], counts),
    "",
    "Blocks that can't run say why in their fence; the list of them is in `docs/examples.test.ts`.",
    "",
    "### Lines of the seed page",
    "",
    `${rows.length} lines, ${missing} missing.`,
    "",
    table(["line", "the seed page", "in the docs"], rows),
  ].join("\n"),
);
process.stdout.write(
  `${rows.length} lines, ${missing} missing\n${counts.map(([what, passed]) => `${passed} ${what}\n`).join("")}`,
);
process.exitCode = missing === 0 ? 0 : 1;
