import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mkdirSync } from "node:fs";
import { GenerateError } from "../../generator/problem";
import { printProblems } from "../../generator/report";
import { generate } from "../support/generate";

/** What came of a document: a package, or what a user would read. */
export type Outcome =
  | { readonly files: ReadonlyMap<string, string> }
  | { readonly code: number; readonly said: string; readonly problemCodes: readonly string[] };

/** Files of a document, by path; the first is the entry. */
export type Sources = Readonly<Record<string, string | Uint8Array>>;

/** Generates in process from files in a folder of their own. Anything thrown that is no `GenerateError` goes through: a bug. */
export async function outcomeOf(sources: Sources): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  try {
    for (const [path, content] of Object.entries(sources)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return { files: await generate(join(folder, Object.keys(sources)[0]!)) };
  } catch (error) {
    if (!(error instanceof GenerateError)) throw error;
    const { exitCode, problems } = error;
    const said = printProblems(problems, { color: false, textOf: (file) => readFileSync(file, "utf8") });
    return { code: exitCode, said, problemCodes: problems.map(({ code }) => code) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
