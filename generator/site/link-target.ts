import { posix } from "node:path";
import type { Page } from "./pages";

/**
 * Where a link of a page leads in the site: to another page's HTML, to a place on this one, or out. `undefined`: to a file that the site
 * does not have; its text stays.
 */
export function linkTarget(href: string, page: Page, known: ReadonlyMap<string, string>): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("#")) return href;
  const [file = "", anchor] = href.split("#");
  const source = posix.join(posix.dirname(page.source), decodeURI(file));
  const target = known.get(source);
  if (target === undefined) return undefined;
  const path = posix.relative(posix.dirname(page.path), target);
  return `${encodeURI(path)}${anchor === undefined ? "" : `#${anchor}`}`;
}
