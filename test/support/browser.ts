import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { siteOfDocument } from "./site";
import { chromium, type Browser, type Page } from "playwright-core";

/** Debian's Chromium, where it is installed; tests that need it are skipped, and named, without. */
export function findChromium(): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "chromium"))
    .find((file) => existsSync(file));
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium()!,
    args: [
      ..."--headless --no-sandbox --disable-gpu --disable-quic --no-first-run".split(" "),
      ..."--disable-background-networking --disable-component-update --disable-sync".split(" "),
    ],
  });
}

/** What a page does that it must not: asks for something outside its folder, complains on the console, opens a dialog. */
export function watch(page: Page, folder: string): string[] {
  const seen: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`file://${folder}/`)) seen.push(`asks for ${request.url()}`);
  });
  page.on("requestfailed", (request) => void seen.push(`does not get ${request.url()}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.push(`says ${message.text()}`);
  });
  page.on("pageerror", (error) => void seen.push(`throws ${error.message}`));
  page.on("dialog", (dialog) => {
    seen.push(`opens a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return seen;
}

/** Opens every page of a document's site, and searches on one: no payload runs, nothing is loaded, nothing is said on the console. */
export async function opensQuietly(browser: Browser, spec: string): Promise<void> {
  const { folder, pages } = await siteOfDocument(spec);
  const page = await browser.newPage();
  const seen = watch(page, folder);
  for (const path of pages) {
    await page.goto(`file://${folder}/${encodeURI(path)}`);
    expect([path, await page.evaluate("globalThis.__PWNED__ ?? 'unset'")]).toEqual([path, "unset"]);
    expect([
      path,
      await page.locator("main :is(script, iframe, object, embed, img, svg, style, form)").count(),
    ]).toEqual([path, 0]);
  }
  await page.keyboard.press("/");
  await page.keyboard.type("a");
  await page.waitForTimeout(200);
  expect(seen).toEqual([]);
  await page.close();
}
