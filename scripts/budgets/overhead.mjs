// What a named call costs beside a bare call of openapi-fetch: an in-memory `fetch`, in turns, one process, ratios of neighbours.
import createBareClient from "openapi-fetch";
import { createClient } from "pinterest-audiences";

const limit = 1.35;
const rounds = 61;
const callsPerRound = 400;

const path = "/ad_accounts/{ad_account_id}/audiences/{audience_id}";
const ids = { ad_account_id: "549755885175", audience_id: "2542620639259" };
const audience = {
  id: ids.audience_id,
  ad_account_id: ids.ad_account_id,
  name: "An audience",
  audience_type: "VISITOR",
  description: "People who came by.",
  size: 12000,
  status: "READY",
  rule: { visitor_source_id: "1", retention_days: 30 },
  created_timestamp: 1700000000,
  updated_timestamp: 1700000001,
};
const headers = { "content-type": "application/json" };
const text = JSON.stringify(audience);
const fetch = async () => new Response(text, { headers });

/** `{ rows, failures }`. It fails only where the whole confidence interval is above the budget: noise is no failure. */
export async function overhead() {
  const baseUrl = "https://api.example.com/v5";
  const named = createClient({ accessToken: "t", baseUrl, fetch });
  const bare = createBareClient({ baseUrl, fetch, headers: { Authorization: "Bearer t" } });
  const contestants = [() => named.audiences.get(ids), () => bare.GET(path, { params: { path: ids } })];
  for (const call of contestants) await time(call, 3000);
  const ratios = [];
  const microseconds = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first alternates.
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    const times = [];
    for (const index of order) times[index] = await time(contestants[index], callsPerRound);
    ratios.push(times[0] / times[1]);
    times.forEach((elapsed, index) => microseconds[index].push((elapsed / callsPerRound) * 1e6));
  }
  const { low, middle, high } = medianInterval(ratios);
  const [ours, theirs] = microseconds.map((figures) => medianInterval(figures).middle.toFixed(1));
  return {
    rows: [
      [
        "a named call",
        ours,
        theirs,
        `${middle.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`,
        `≤ ${limit}: ${middle <= limit ? "yes" : "**no**"}`,
      ],
    ],
    failures:
      low > limit
        ? [
            `a named call takes ${middle.toFixed(2)} (95%: ${low.toFixed(2)} to ${high.toFixed(2)}) of a bare one, over ${limit}`,
          ]
        : [],
  };
}

async function time(call, calls) {
  const start = process.hrtime.bigint();
  for (let index = 0; index < calls; index += 1) await call();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** The median, and the order statistics that hold it with 95% certainty (binomial, normal approximation). */
function medianInterval(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const reach = (1.96 * Math.sqrt(sorted.length)) / 2;
  const at = (index) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(index)))];
  return { low: at(middle - reach), middle: at(middle), high: at(middle + reach) };
}
