import type { Browser } from "playwright-core";
import { findChromium, launch, opensQuietly, watch } from "../support/browser";
import { fixturePath } from "../support/fixtures";

jest.setTimeout(120_000);

(findChromium() === undefined ? describe.skip : describe)("documents with markup in every text, in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(["unsafe-text", "reserved-names", "one-of-discriminator"])(
    "%s runs nothing and loads nothing",
    async (feature) => {
      await opensQuietly(browser, fixturePath(feature));
    },
  );

  it("a page that does run something is noticed", async () => {
    const page = await browser.newPage();
    const seen = watch(page, "/nowhere");
    await page.setContent("<img src=x onerror='globalThis.__PWNED__ = 1; alert(1)'>");
    await page.waitForTimeout(200);
    expect(await page.evaluate("globalThis.__PWNED__")).toBe(1);
    expect(seen.join("\n")).toContain("opens a dialog: 1");
  });
});
