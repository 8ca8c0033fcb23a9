import type { Document, SourceDocument } from "../flow";
import type { OpenApiDocument } from "../openapi";
import { GenerateError, exitCodes } from "../problem";
import { withinTime } from "../time-limit";
import { withoutForeignExtensions } from "./extensions";
import { Findings } from "./findings";
import { checkCycles } from "./rules/cycles";
import { checkDeepReferences } from "./rules/deep-references";
import { checkEmptyLists } from "./rules/empty-lists";
import { checkNames } from "./rules/names";
import { checkOperationIds } from "./rules/operation-ids";
import { checkPagination } from "./rules/pagination";
import { checkPathTemplates } from "./rules/path-templates";
import { checkReferencePlaces } from "./rules/reference-places";
import { checkReferences } from "./rules/references";
import { checkSecurity } from "./rules/security";
import { checkServers } from "./rules/servers";
import { checkStructure } from "./rules/structure";
import { checkVersion } from "./rules/version";
import { noticeLeftOut } from "./rules/left-out";

/** What a rule gets: the document as it was read, and where to say what it found. */
export type Rule = (document: OpenApiDocument, findings: Findings) => void | Promise<void>;

/** Each stands on the ones before it: a group runs only when the groups before it found no error. */
const groups: readonly (readonly Rule[])[] = [
  [checkVersion],
  [checkNames, checkReferences, checkReferencePlaces],
  [checkCycles],
  [checkDeepReferences],
  [checkStructure, checkEmptyLists],
  [checkOperationIds, checkPathTemplates, checkServers, checkSecurity, checkPagination, noticeLeftOut],
];

/**
 * `SourceDocument` → `Document`: the one gate. Throws a `GenerateError` (exit code 1) with every problem of the first group of
 * rules that finds one; warnings and notices come with the document.
 */
export async function check(source: SourceDocument): Promise<Document> {
  const findings = new Findings(source);
  const openapi = withoutForeignExtensions(source.value) as OpenApiDocument;
  for (const rules of groups) {
    for (const rule of rules) await withinTime("checking the document", () => rule(openapi, findings));
    if (findings.hasErrors) throw new GenerateError(exitCodes.problems, findings.inOrder());
  }
  return { openapi, source, notices: [...source.notices, ...findings.inOrder()] } as unknown as Document;
}
