// `generate` against its peers on one document: whole processes, a fresh output folder each.
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { table } from "../report-section.mjs";
import { inTurns, knowsMemory, median, ratio, run, verdict } from "./process.mjs";

/**
 * Ours with both engines, the client alone, and the peers. `limits`: of hey-api's time (`all`, `client`), of its memory (`memory`), of
 * the stock JAR's time (`jar`). A text for the report.
 */
export function race({ spec, turns, folder, program, jar, peers, limits }) {
  const contestants = [
    ...ourOwn(spec, program, jar),
    ...peers.map((peer) => ({ name: peer.name, command: (out) => [process.execPath, ...peer.command(spec, out)] })),
  ];
  const figures = inTurns(contestants, turns, ({ command }, turn) => {
    // Kept until the end: what is deleted between turns makes the files of the next slower to create (measured on ext4: 2.9 s became 4.2).
    const out = mkdtempSync(join(folder, `out-${turn}-`));
    const figure = run(command(out), { cwd: folder });
    if (readdirSync(out).length === 0) throw new Error(`${command(out).join(" ")} made nothing`);
    return figure;
  });
  const of = (start) => figures[contestants.findIndex(({ name }) => name.startsWith(start))];
  const rows = contestants.map(({ name }, index) => [name, ...columns(figures[index], of("hey-api"))]);
  return `### ${basename(spec)}, ${turns} turns

${table(["", "seconds (median)", "min", "max", "of hey-api", "peak MB"], rows)}

${targets(of, limits)
  .map((line) => `- ${line}`)
  .join("\n")}`;
}

function ourOwn(spec, program, jar) {
  const own = (name, ...flags) => ({
    name,
    command: (out) => [process.execPath, program, "generate", "--spec", spec, "--out", out, "--name", "x", ...flags],
  });
  const stock = (out) => [
    "java",
    "-jar",
    jar,
    "generate",
    "-g",
    "typescript-fetch",
    "--skip-validate-spec",
    "-i",
    spec,
    "-o",
    out,
  ];
  return [
    own("ours, mustache", "--engine", "mustache"),
    own("ours, mustache, client alone", "--engine", "mustache", "--only", "client"),
    ...(existsSync(jar)
      ? [
          own("ours, openapi-generator", "--engine", "openapi-generator"),
          { name: "stock openapi-generator 7.25.0", command: stock },
        ]
      : []),
  ];
}

function columns(figures, reference) {
  const seconds = figures.map((figure) => figure.seconds);
  const megabytes = knowsMemory ? median(figures.map((figure) => figure.megabytes)).toFixed(0) : "not known here";
  return [
    ...[median(seconds), Math.min(...seconds), Math.max(...seconds), ratio(figures, reference)].map((figure) =>
      figure.toFixed(2),
    ),
    megabytes,
  ];
}

function targets(of, { all, client, memory, jar }) {
  const hey = of("hey-api");
  const own = of("ours, mustache");
  const stock = of("stock");
  return [
    `all of it, of hey-api's time: ${verdict(ratio(own, hey), all)}`,
    ...(client === undefined
      ? []
      : [`the client alone, of hey-api's time: ${verdict(ratio(of("ours, mustache, client"), hey), client)}`]),
    ...(knowsMemory
      ? [
          `peak memory, of hey-api's: ${verdict(
            ratio(own, hey, ({ megabytes }) => megabytes),
            memory,
          )}`,
        ]
      : []),
    stock === undefined
      ? "the openapi-generator engine: not measured, for there is no JAR in the cache"
      : `the openapi-generator engine, of the stock JAR's time: ${verdict(ratio(of("ours, openapi-generator"), stock), jar)}`,
  ];
}
