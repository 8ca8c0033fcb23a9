import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { findChromium, launch, watch } from "../support/browser";
import { root } from "../support/command";
import { siteOf, type BuiltSite } from "../support/site";

jest.setTimeout(120_000);

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

(findChromium() === undefined ? describe.skip : describe)("the site in Chromium, from the file system", () => {
  let browser: Browser;
  let site: BuiltSite;
  beforeAll(async () => {
    site = siteOf(join(root, "generated"));
    browser = await launch();
  });
  afterAll(() => browser.close());

  const open = async (options: BrowserContextOptions = {}): Promise<{ page: Page; seen: string[] }> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    return { page, seen: watch(page, site.folder) };
  };
  const url = (path: string): string => `file://${site.folder}/${path}`;
  const here = (page: Page): string => decodeURIComponent(page.url().slice(url("").length));

  it("search finds operations, fields, values, statuses and chapters, by the keyboard alone", async () => {
    const { page, seen } = await open();
    const wanted = [
      ["audiences_create_custom", "AudiencesApi.html#audiences_create_custom"],
      ["page_size", "AudiencesApi.html#audiences_list.page_size"],
      ["retention", "schemas/AudienceRule.html#audiencerule.retention_days"],
      ["PERSONA", "schemas/AudienceType.html#audiencetype~PERSONA"],
      ["DESCENDING", "AudiencesApi.html#audiences_list.order"],
      ["404", "AudiencesApi.html#audiences_get~404"],
      ["AudienceRule", "schemas/AudienceRule.html"],
      ["What is retried", "guides/errors-and-retries.html#what-is-retried"],
    ];
    for (const [query, target] of wanted) {
      await page.goto(url("schemas/Error.html"));
      await page.keyboard.press("/");
      await page.keyboard.type(query!);
      await page.locator("#results [data-url]").first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL((address) => !address.pathname.endsWith("/Error.html"));
      expect([query, here(page)]).toEqual([query, target]);
    }
    expect(seen).toEqual([]);
  });

  it("arrows move through the results, Escape leaves, and nothing found is said", async () => {
    const { page } = await open();
    await page.goto(url("index.html"));
    await page.keyboard.press("/");
    await page.keyboard.type("audience");
    await page.locator("#results [aria-selected]").waitFor();
    const chosen = (): Promise<string | null> => page.locator("#search").getAttribute("aria-activedescendant");
    expect(await chosen()).toBe("result-0");
    await page.keyboard.press("ArrowDown");
    expect(await chosen()).toBe("result-1");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await chosen()).not.toBe("result-0");
    await page.keyboard.press("Escape");
    expect(await page.locator("#results").isHidden()).toBe(true);
    await page.keyboard.type("zebra");
    await page.getByText("Nothing found").first().waitFor();
  });

  it("links to an operation, a field and a status land on it", async () => {
    const { page } = await open();
    for (const target of [
      "AudiencesApi.html#audiences_get",
      "AudiencesApi.html#audiences_list.page_size",
      "AudiencesApi.html#audiences_get~404",
      "schemas/Audience.html#audience.status",
    ]) {
      await page.goto("about:blank");
      await page.goto(url(target));
      const box = await page.locator(":target").boundingBox();
      expect([target, box !== null && box.y >= 0 && box.y < 400]).toEqual([target, true]);
    }
  });

  it("is light or dark as the system is, or as was chosen, on the next page too", async () => {
    const back = (page: Page): Promise<string> => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const { page } = await open({ colorScheme: "dark" });
    await page.goto(url("index.html"));
    expect(await back(page)).toBe("rgb(20, 23, 28)");
    await page.getByRole("button", { name: "Theme: auto" }).click();
    await page.getByRole("button", { name: "Theme: light" }).waitFor();
    expect(await back(page)).toBe("rgb(255, 255, 255)");
    await page.goto(url("reference.html"));
    expect(await back(page)).toBe("rgb(255, 255, 255)");
    const light = await open({ colorScheme: "light" });
    await light.page.goto(url("index.html"));
    expect(await back(light.page)).toBe("rgb(255, 255, 255)");
  });

  it("no page asks for anything outside, complains, or is wider than a phone", async () => {
    const { page, seen } = await open({ viewport: { width: 320, height: 700 } });
    for (const path of site.pages) {
      await page.goto(url(path));
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      expect([path, width]).toEqual([path, 320]);
    }
    expect(seen).toEqual([]);
  });

  it.each(["light", "dark"] as const)("axe finds nothing serious on any page, %s", async (colorScheme) => {
    const { page } = await open({ colorScheme });
    for (const path of site.pages) {
      await page.goto(url(path));
      await page.evaluate(axe);
      const violations = await page.evaluate<{ id: string; impact: string; nodes: { html: string }[] }[]>(
        "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)",
      );
      const found = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]!.html.slice(0, 120)}`);
      expect([path, found]).toEqual([path, []]);
    }
  });

  it("is used by keyboard: skip link, copy, menu on a phone", async () => {
    const { page } = await open({ viewport: { width: 390, height: 800 } });
    await page.goto(url("AudiencesApi.html"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("content");
    await page.locator(".copy").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const menu = page.getByRole("navigation", { name: "Pages" });
    expect(await menu.isVisible()).toBe(false);
    await page.locator(".menu summary").focus();
    await page.keyboard.press("Enter");
    expect(await menu.getByRole("link", { name: "audiences_get" }).isVisible()).toBe(true);
  });

  it("can be read without its script, and printed", async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(url("AudiencesApi.html"));
    expect(await page.getByRole("navigation", { name: "Pages" }).isVisible()).toBe(true);
    expect(await page.locator("#search").isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".menu").isVisible()).toBe(false);
    expect(await page.locator("main").isVisible()).toBe(true);
  });
});
