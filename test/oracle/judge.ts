import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import openapiTS, { astToString, type OpenAPITSOptions } from "openapi-typescript";
import { check } from "../../generator/check";
import { splitDirections } from "../../generator/directions";
import { tellApart } from "../../generator/discriminators";
import { load } from "../../generator/load";
import { normalize } from "../../generator/normalize";
import { prepare } from "../../generator/prepare";
import { compile } from "../support/compile";
import { root } from "../support/command";
import { generate } from "../support/generate";
import { comparisonOf, type Claim, type Comparison, type Known } from "./comparison";

/** A document's package, openapi-typescript's types of the same document, and the claims that compare them. */
export interface Compared extends Comparison {
  readonly files: ReadonlyMap<string, string>;
}

export async function compare(spec: string, known: Known = {}, options: OpenAPITSOptions = {}): Promise<Compared> {
  const normalized = normalize(await check(load(spec, { cwd: root })));
  const facts = { name: "fixture", version: "1.0.0", hasChangelog: false };
  const comparison = comparisonOf(normalized.openapi, prepare(tellApart(splitDirections(normalized)), facts), known);
  const files = new Map([
    ...(await generate(spec)),
    ["same.ts", readFileSync(join(__dirname, "same.ts"), "utf8")],
    ["stock.ts", await stockTypes(spec, options)],
    ["comparison.ts", comparison.text],
  ]);
  return { ...comparison, files };
}

async function stockTypes(spec: string, options: OpenAPITSOptions): Promise<string> {
  return astToString(await openapiTS(pathToFileURL(join(root, spec)), { ...options, silent: true }));
}

/**
 * What is not as it is claimed to be, by document: claims that the compiler refutes, and why; and what is known to differ, and
 * does not.
 */
export function faultsOf(compared: ReadonlyMap<string, Compared>): Record<string, string[]> {
  const packages = new Map([...compared].map(([name, { files }]) => [name, files]));
  const diagnostics = compile(
    packages,
    { exactOptionalPropertyTypes: false, noUnusedLocals: false },
    /comparison\.ts$/,
  );
  const refuted = new Map<Claim, string>();
  for (const diagnostic of diagnostics) {
    const [, name, line, message] = /^([^/]+)\/comparison\.ts:(\d+):\d+ ([^]*)$/.exec(diagnostic) ?? [];
    const claim = compared.get(name ?? "")?.claims[Number(line) - 1];
    if (claim === undefined) throw new Error(diagnostic);
    refuted.set(claim, message!);
  }
  return Object.fromEntries([...compared].map(([name, { claims }]) => [name, faultsOfClaims(claims, refuted)]));
}

function faultsOfClaims(claims: Comparison["claims"], refuted: ReadonlyMap<Claim, string>): string[] {
  const made = claims.filter((claim) => claim !== undefined);
  const plain = made
    .filter((claim) => claim.needs === undefined && refuted.has(claim))
    .map((claim) => `${claim.part}: not so: ${claim.says}: ${refuted.get(claim)}`);
  const key = ({ part, needs }: Claim): string => `${part}: does not differ at ${JSON.stringify(needs)}`;
  const needed = new Set(made.filter((claim) => refuted.has(claim)).map(key));
  const needless = made
    .filter((claim) => claim.needs !== undefined)
    .map(key)
    .filter((name) => !needed.has(name));
  return [...plain, ...new Set(needless)];
}
