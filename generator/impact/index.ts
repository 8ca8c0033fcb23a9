import { relative, resolve } from "node:path";
import type ts from "typescript";
import { diffSides, makeSides, type Diff, type DiffRequest } from "../diff";
import type { Finding } from "../diff/finding";
import { attribute, type Evidence } from "./attribute";
import { compileConsumer, type Placed } from "./compile-consumer";
import { readConsumer } from "./consumer";

/** One place of another repository that compiles with the old package and not with the new. */
export interface Break {
  /** From the consumer's folder, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What the compiler says, `TS2353: …`. */
  readonly message: string;
  /** The findings that explain it. */
  readonly findings: readonly Finding[];
}

export interface Impact {
  readonly diff: Diff;
  /** In the order of files and lines. */
  readonly breaks: readonly Break[];
  /** Whether anything of the consumer imports the package. */
  readonly isUsed: boolean;
  /** What the compiler says with the old package already; no matter of this change. */
  readonly errorsBefore: number;
}

export interface ImpactRequest extends DiffRequest {
  /** The consumer's folder, from `cwd`. */
  readonly consumer: string;
  /** The package's name, as the consumer imports it. */
  readonly name: string;
}

/** Two documents and a consumer → the lines that break. Nothing is installed or written. */
export async function impact(request: ImpactRequest): Promise<Impact> {
  const compiler = require("typescript") as typeof ts;
  const consumer = readConsumer(compiler, resolve(request.cwd, request.consumer));
  const [side, next] = await makeSides(request);
  const diff = diffSides(side, next);
  const [old, now] = [side, next].map((one) => compileConsumer(compiler, consumer, one, request.name));
  const known = new Set(old!.diagnostics.map(keyOf));
  const evidence: Evidence = { compiler, old: old!, side, findings: diff.findings };
  const fresh = now!.diagnostics.filter((diagnostic) => !known.has(keyOf(diagnostic)));
  return {
    diff,
    breaks: fresh.map((diagnostic) => breakOf(evidence, consumer.folder, diagnostic)),
    isUsed: old!.program.getSourceFiles().some(({ fileName }) => old!.isOfPackage(fileName)),
    errorsBefore: old!.diagnostics.length,
  };
}

/** The same error at the same place: its text may name types that have changed. */
function keyOf({ file, start, code }: Placed): string {
  return `${file.fileName} ${start} ${code}`;
}

function breakOf(evidence: Evidence, folder: string, diagnostic: Placed): Break {
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  const text = evidence.compiler.flattenDiagnosticMessageText(diagnostic.messageText, " ");
  return {
    file: relative(folder, diagnostic.file.fileName).replaceAll("\\", "/"),
    line: line + 1,
    column: character + 1,
    message: `TS${diagnostic.code}: ${text.replaceAll(/\s+/g, " ")}`,
    findings: attribute(evidence, diagnostic),
  };
}
