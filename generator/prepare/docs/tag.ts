import type { OpenApiDocument } from "../../openapi";
import type { Names } from "../names";
import type { ResolvedOperation } from "../operations";
import { block } from "./description";
import { withoutComma } from "./machine-index";
import { text } from "./markdown";
import { Slugger } from "./slug";
import type { OperationDocs, PageLink, TagDocs } from "./view";

/** The anchors of a tag's page: its title's, then each operation's, whose subsections have no headings of their own. */
export function operationAnchors(operations: readonly ResolvedOperation[], names: Names): Map<string, string> {
  const anchors = new Map<string, string>();
  for (const tag of names.tags.keys()) {
    const slugger = new Slugger();
    slugger.slug(names.tags.get(tag)!.pageStem);
    for (const { operationId } of operations.filter((operation) => operation.tag === tag)) {
      anchors.set(operationId, slugger.slug(operationId));
      for (const heading of sections) slugger.slug(heading);
    }
  }
  return anchors;
}

/** The headings below an operation's, in templates/docs/api.mustache. */
const sections = ["Authorisation", "Example", "Inputs", "Output", "Responses", "Variants", "As JSON"];

/** Puts what depends on the others on each operation, and a tag's own facts on its first: a template sees operations only. */
export function markPages(
  document: OpenApiDocument,
  operations: readonly ResolvedOperation[],
  docs: readonly OperationDocs[],
  names: Names,
  baseUrl: string | undefined,
): OperationDocs[] {
  return docs.map((own, index) => {
    const tag = operations[index]!.tag;
    const isLast = operations[index + 1]?.tag !== tag;
    const ofTag = (): OperationDocs[] => docs.filter((_, other) => operations[other]!.tag === tag);
    return {
      ...own,
      opensPage: operations[index - 1]?.tag !== tag && tagDocs(document, tag, ofTag(), names, baseUrl),
      closesPage: isLast,
      previous: pageLink(docs[index - 1], own),
      next: pageLink(docs[index + 1], own),
      indexLine: index === docs.length - 1 ? withoutComma(own.indexLine) : own.indexLine,
    };
  });
}

/** A link from one operation to another, shortened where both are on one page. */
function pageLink(to: OperationDocs | undefined, from: OperationDocs): PageLink | false {
  if (to === undefined) return false;
  const page = (link: string): string => link.replace(/#.*$/, "");
  return { title: to.heading, link: page(to.link) === page(from.link) ? to.link.replace(/^[^#]*/, "") : to.link };
}

function tagDocs(
  document: OpenApiDocument,
  tag: string,
  docs: readonly OperationDocs[],
  names: Names,
  baseUrl: string | undefined,
): TagDocs {
  return {
    title: text(names.tags.get(tag)!.pageStem),
    description: block(document.tags?.find(({ name }) => name === tag)?.description),
    baseUrl: baseUrl ?? false,
    rows: docs.map(({ heading, link, callCode, routeCode, summaryCell }) => ({
      heading,
      link: link.replace(/^[^#]*/, ""),
      callCode,
      routeCode,
      summary: summaryCell,
    })),
  };
}
