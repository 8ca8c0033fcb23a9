import type ts from "typescript";
import type { Finding } from "../diff/finding";
import type { Side } from "../diff/side";
import type { Compiled, Placed } from "./compile-consumer";

/** What there is to explain a line with. */
export interface Evidence {
  readonly compiler: typeof ts;
  /** The consumer against the old package, where its names still lead somewhere. */
  readonly old: Compiled;
  readonly side: Side;
  readonly findings: readonly Finding[];
}

/** The findings that explain why the compiler rejects a line: those whose operation, type and member the line names. */
export function attribute(evidence: Evidence, diagnostic: Placed): Finding[] {
  const file = evidence.old.program.getSourceFile(diagnostic.file.fileName);
  if (file === undefined) return [];
  const narrow = namesAt(evidence, file, diagnostic, isWhole(evidence.compiler));
  const message = evidence.compiler.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
  const scored = evidence.findings
    .filter(({ shownBy, severity }) => shownBy === "types" && severity === "major")
    .map((finding) => ({ finding, score: scoreOf(evidence, finding, narrow, message) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ finding }) => finding);
}

/** Naming the member is worth more than naming what it belongs to; the compiler's own words count like the line's. */
function scoreOf({ side }: Evidence, finding: Finding, names: ReadonlySet<string>, message: string): number {
  const isSaid = (name: string): boolean => new RegExp(`["'\`]${escape(name)}["'\`]`).test(message) || names.has(name);
  const member = finding.member.replaceAll("[]", "").split(".").at(-1) ?? "";
  const subjects = subjectNames(side, finding);
  const ofSubject = subjects.some((name) => names.has(name) || message.includes(name)) ? 2 : 0;
  if (member === "") return ofSubject === 0 ? 0 : ofSubject + 1;
  return isSaid(member)
    ? 3 + ofSubject
    : ofSubject > 0 && /required/.test(finding.code) && message.includes(member)
      ? 2
      : 0;
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** How the old package spells what a finding is about. */
function subjectNames({ names, operations }: Side, { subject }: Finding): string[] {
  if (subject.kind !== "operation") return [subject.name];
  const operation = operations.find(({ operationId }) => operationId === subject.name);
  const own = names.operations.get(subject.name);
  if (operation === undefined || own === undefined) return [subject.name];
  const { apiName, safeApiName } = names.tags.get(operation.tag)!;
  return [
    own.functionName,
    own.safeFunctionName,
    own.argsName,
    own.resultName,
    `${apiName}.${own.methodName}`,
    `${safeApiName}.${own.methodName}`,
  ];
}

/** All that the code around a place names of the package: `AudiencesApi.list`, `country`. */
function namesAt(
  { compiler, old }: Evidence,
  file: ts.SourceFile,
  { start }: Placed,
  isEnough: (node: ts.Node) => boolean,
): Set<string> {
  const checker = old.program.getTypeChecker();
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (compiler.isIdentifier(node) || compiler.isStringLiteralLike(node)) {
      for (const name of spellings(checker.getSymbolAtLocation(node), old, compiler, checker)) names.add(name);
    }
    node.forEachChild(visit);
  };
  visit(enclosing(file, start, isEnough));
  return names;
}

function spellings(
  symbol: ts.Symbol | undefined,
  old: Compiled,
  compiler: typeof ts,
  checker: ts.TypeChecker,
): string[] {
  if (symbol === undefined) return [];
  const target = symbol.flags & compiler.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const isOurs = (target.declarations ?? []).some((declaration) =>
    old.isOfPackage(declaration.getSourceFile().fileName),
  );
  if (!isOurs) return [];
  const holder = target.declarations?.[0]?.parent;
  const isMember = holder !== undefined && compiler.isInterfaceDeclaration(holder);
  return [target.name, ...(isMember ? [`${holder.name.text}.${target.name}`] : [])];
}

/** A statement, or a member of something: what a person looks at to understand an error. */
function isWhole(compiler: typeof ts): (node: ts.Node) => boolean {
  return (node) => compiler.isStatement(node) && !compiler.isBlock(node);
}

function enclosing(file: ts.SourceFile, position: number, isEnough: (node: ts.Node) => boolean): ts.Node {
  let found: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (node.getStart(file) > position || node.end < position) return;
    if (isEnough(node)) found = node;
    node.forEachChild(visit);
  };
  file.forEachChild(visit);
  return found;
}
