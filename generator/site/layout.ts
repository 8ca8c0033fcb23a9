import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import Mustache from "mustache";
import { templatesFolder } from "../templates-folder";
import type { Heading } from "./mark-headings";
import type { Navigation } from "./navigation";

/** Puts a page's body into the frame that all pages share: templates/site/page.mustache. */
export class Layout {
  private readonly frame = template("page");
  private readonly menuTemplate = template("menu");
  private readonly contentsTemplate = template("contents");
  /** The menu as HTML, by where the site's root is from the page. */
  private readonly menus = new Map<string, string>();

  constructor(private readonly navigation: Navigation) {}

  /** `path`: of the page in the site; `body`: its HTML. The table of contents lists the headings below the title. */
  render(path: string, headings: readonly Heading[], body: string): string {
    const root = posix.relative(posix.dirname(path), ".") || ".";
    return Mustache.render(this.frame, {
      root,
      title: headings[0]?.text ?? path,
      body,
      packageName: this.navigation.packageName,
      version: this.navigation.version,
      menu: this.menu(root, path, this.contents(headings)),
    });
  }

  /** The menu, with the page's contents below its own line; a page that the menu does not have gets a line. */
  private menu(root: string, path: string, contents: string): string {
    const menu = this.menus.get(root) ?? Mustache.render(this.menuTemplate, { root, groups: this.navigation.groups });
    this.menus.set(root, menu);
    const start = menu.indexOf(`"${root}/${path}"`);
    if (start < 0) return contents === "" ? menu : `<h2>On this page</h2>${contents}${menu}`;
    const end = menu.indexOf("</a>", start) + "</a>".length;
    return `${menu.slice(0, start)}"${root}/${path}" aria-current="page"${menu.slice(start + root.length + path.length + 3, end)}${contents}${menu.slice(end)}`;
  }

  private contents(headings: readonly Heading[]): string {
    const links = headings
      .filter(({ level }) => level === 2)
      .map(({ id, text }) => ({ text, href: `#${encodeURIComponent(id)}` }));
    return links.length < 2 ? "" : Mustache.render(this.contentsTemplate, { links });
  }
}

function template(name: string): string {
  return readFileSync(join(templatesFolder, "site", `${name}.mustache`), "utf8");
}
