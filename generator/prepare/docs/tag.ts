import type { OpenApiDocument } from "../../openapi";
import type { Names } from "../names";
import type { ResolvedOperation } from "../operations";
import { block } from "./description";
import { text } from "./markdown";
import { Slugger } from "./slug";
import type { OperationDocs, TagDocs } from "./view";

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
const sections = ["Authorisation", "Example", "Inputs", "Output", "Responses", "As JSON"];

/** Puts each tag's own facts on its first and its last operation: a template sees operations only. */
export function markPages(
  document: OpenApiDocument,
  operations: readonly ResolvedOperation[],
  docs: readonly OperationDocs[],
  names: Names,
  baseUrl: string | undefined,
): OperationDocs[] {
  const tags = [...names.tags.keys()];
  return docs.map((own, index) => {
    const tag = operations[index]!.tag;
    const page = (): TagDocs =>
      tagDocs(
        document,
        tag,
        tags,
        docs.filter((_, other) => operations[other]!.tag === tag),
        names,
        baseUrl,
      );
    return {
      ...own,
      opensPage: operations[index - 1]?.tag !== tag && page(),
      closesPage: operations[index + 1]?.tag !== tag && page(),
    };
  });
}

function tagDocs(
  document: OpenApiDocument,
  tag: string,
  tags: readonly string[],
  docs: readonly OperationDocs[],
  names: Names,
  baseUrl: string | undefined,
): TagDocs {
  const { pageStem } = names.tags.get(tag)!;
  const neighbour = (offset: number): TagDocs["next"] => {
    const other = tags[tags.indexOf(tag) + offset];
    const stem = other === undefined ? undefined : names.tags.get(other)!.pageStem;
    return stem !== undefined && { title: text(stem), link: `${stem}.md` };
  };
  return {
    title: text(pageStem),
    description: block(document.tags?.find(({ name }) => name === tag)?.description),
    baseUrl: baseUrl ?? false,
    rows: docs.map(({ heading, link, callCode, routeCode, summaryCell }) => ({
      heading,
      link: link.replace(/^[^#]*/, ""),
      callCode,
      routeCode,
      summary: summaryCell,
    })),
    previous: neighbour(-1),
    next: neighbour(1),
  };
}
