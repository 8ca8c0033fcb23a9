// What a consumer pays: bytes in a bundle, work for the type checker, time per call. Prints each figure beside its budget, writes the table into
// test/REPORT.md, and fails where one is over.
//   npm run budgets [-- --peers] [-- --only size,types,overhead] [-- --no-report]
// `--peers` also installs other generators and bundles one operation of theirs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { overhead } from "./budgets/overhead.mjs";
import { sizes } from "./budgets/size.mjs";
import { instantiations } from "./budgets/types.mjs";
import { machine, table, writeSection } from "./report-section.mjs";

const parts = {
  size: {
    title: "Bytes of a bundle, openapi-fetch included",
    heads: ["bundle", "minified", "gzip", "budget (gzip)"],
    measure: sizes,
  },
  types: {
    title: "Instantiations for 20 calls on 231 operations",
    heads: ["document", "named calls", "named calls that never reject", "openapi-fetch", "budget (named)"],
    measure: instantiations,
  },
  overhead: {
    title: "Time of a call, in-memory `fetch`, microseconds",
    heads: ["", "named", "bare openapi-fetch", "ratio (95%)", "budget"],
    measure: overhead,
  },
};

const { values } = parseArgs({
  options: {
    peers: { type: "boolean", default: false },
    only: { type: "string", default: Object.keys(parts).join(",") },
    report: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const folder = mkdtempSync(join(tmpdir(), "budgets-"));

try {
  const sections = [];
  const failures = [];
  for (const name of values.only.split(",")) {
    const { title, heads, measure } = parts[name];
    const result = await measure({ folder, peers: values.peers });
    failures.push(...result.failures);
    sections.push(`### ${title}\n\n${table(heads, result.rows)}`);
    console.log(`${title}\n\n${table(heads, result.rows)}\n`);
    if (result.lines) console.log(`${result.lines.join("\n")}\n`);
  }
  if (values.report)
    writeSection("budgets", `## Budgets\n\n\`npm run budgets\`, ${machine()}.\n\n${sections.join("\n\n")}`);
  for (const failure of failures) console.log(`over budget: ${failure}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
