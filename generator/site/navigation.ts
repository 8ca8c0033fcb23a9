import type { MachineIndex, Page } from "./pages";

/** A list of links in the sidebar. */
export interface NavigationGroup {
  readonly title: string;
  readonly links: readonly { readonly label: string; readonly path: string }[];
}

/** The sidebar: the same on every page, and short whatever the document: schemas and operations are found by search and on their index. */
export function navigation(pages: readonly Page[], { package: { name, version } }: MachineIndex): Navigation {
  const links = (kinds: readonly Page["kind"][]): NavigationGroup["links"] =>
    pages
      .filter(({ kind }) => kinds.includes(kind))
      .map((page) => ({ label: labels[page.kind] ?? titleOf(page), path: encodeURI(page.path) }));
  return {
    packageName: name,
    version,
    groups: [
      { title: "Package", links: [...links(["readme"]), ...links(["reference"]), ...links(["changelog"])] },
      { title: "Guides", links: links(["guide"]) },
      { title: "Operations", links: links(["tag"]) },
    ].filter((group) => group.links.length > 0),
  };
}

export interface Navigation {
  readonly packageName: string;
  readonly version: string;
  readonly groups: readonly NavigationGroup[];
}

const labels: Partial<Record<Page["kind"], string>> = {
  readme: "README",
  reference: "Reference",
  changelog: "Changelog",
};

/** The words of a page's title; what Markdown escapes in it is escaped no more. */
function titleOf({ text, path }: Page): string {
  return /^# (.*)$/m.exec(text)?.[1]?.replace(/\\(?=[!-/:-@[-`{-~])/g, "") ?? path;
}
