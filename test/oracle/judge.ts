import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import openapiTS, { astToString, type OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import { check } from "../../generator/check";
import { splitDirections } from "../../generator/directions";
import { tellApart } from "../../generator/discriminators";
import { load } from "../../generator/load";
import { normalize } from "../../generator/normalize";
import { prepare } from "../../generator/prepare";
import { inProgram } from "../support/compile";
import { root } from "../support/command";
import { generate } from "../support/generate";
import { comparisonOf, type Comparison, type Known, type Pair } from "./comparison";
import { differencesOf } from "./differences";

/** A document's package, openapi-typescript's types of the same document, and a module that names both. */
export interface Compared extends Comparison {
  readonly files: ReadonlyMap<string, string>;
}

export async function compare(spec: string, known: Known = {}, options: OpenAPITSOptions = {}): Promise<Compared> {
  const normalized = normalize(await check(load(spec, { cwd: root })));
  const facts = { name: "fixture", version: "1.0.0", hasChangelog: false, hasDocs: true };
  const comparison = comparisonOf(normalized.openapi, prepare(tellApart(splitDirections(normalized)), facts), known);
  const files = new Map([
    ...(await generate(spec)),
    ["parts.ts", readFileSync(join(__dirname, "parts.ts"), "utf8")],
    ["stock.ts", await stockTypes(spec, options)],
    ["comparison.ts", comparison.text],
  ]);
  return { ...comparison, files };
}

async function stockTypes(spec: string, options: OpenAPITSOptions): Promise<string> {
  return astToString(await openapiTS(pathToFileURL(join(root, spec)), { ...options, silent: true }));
}

/** Where our types are not openapi-typescript's, by document; and where they are although they are known to differ. */
export function faultsOf(compared: ReadonlyMap<string, Compared>): Record<string, string[]> {
  const packages = new Map([...compared].map(([name, { files }]) => [name, files]));
  const options = { exactOptionalPropertyTypes: false, noUnusedLocals: false };
  return inProgram(packages, /comparison\.ts$/, options, (program, folder) =>
    Object.fromEntries(
      [...compared].map(([name, { pairs }]) => {
        const file = program.getSourceFile(join(folder, name, "comparison.ts"))!;
        return [name, [...errorsIn(program, file), ...faultsOfPairs(program.getTypeChecker(), file, pairs)]];
      }),
    ),
  );
}

/** A comparison that does not compile compares nothing. */
function errorsIn(program: ts.Program, file: ts.SourceFile): string[] {
  return program
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

function faultsOfPairs(checker: ts.TypeChecker, file: ts.SourceFile, pairs: readonly Pair[]): string[] {
  const types = new Map(
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(file)!)
      .map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]),
  );
  return pairs.flatMap(({ part, needs }, index) => {
    const found = differencesOf(checker, types.get(`Ours${index}`)!, types.get(`Stock${index}`)!);
    if (needs === undefined) return found.map((difference) => `${part}: ${difference}`);
    return found.length === 0 ? [`${part}: does not differ at ${JSON.stringify(needs)}`] : [];
  });
}
